"""Canaries: persons who do not exist, written wherever a clerk might write one into an extract.

They stand in every column of every extract that is not open, alone and within a remark, so that
the row is refused; as numbers of persons, households and payments in rows that are accepted; in
headings, in a column nobody asked for, in a title above the table.
"""

import csv
import io
import itertools
import random

from queries.contracts import load_contracts
from tests.rows import FIXTURE, tiny_data

SURNAMES, LETTERS = "鲜于钟离淳于澹台", "麤龘鱻驫骉飝犇羴猋焱淼垚"
WEIGHED = [2 ** (17 - place) % 11 for place in range(17)]


def identity_number(chance: random.Random) -> str:
    born = f"{chance.randint(1930, 2015)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    body = f"{chance.choice([110105, 330482, 510104, 650102])}{born}{chance.randint(1, 999):03}"
    rest = (12 - sum(int(d) * w for d, w in zip(body, WEIGHED, strict=True)) % 11) % 11
    return body + ("X" if rest == 10 else str(rest))


def mobile_number(chance: random.Random) -> str:
    return f"1{chance.randint(3, 9)}{chance.randint(0, 999_999_999):09}"


def card_number(chance: random.Random, first: str = "62", length: int = 19) -> str:
    body = first + "".join(str(chance.randint(0, 9)) for _ in range(length - len(first) - 1))
    return next(body + str(last) for last in range(10) if luhn(body + str(last)))


def luhn(number: str) -> bool:
    turned = "0246813579"  # a digit doubled, and the digits of that added up
    of_end = number[::-1]
    plain, doubled = map(int, of_end[::2]), (int(turned[int(digit)]) for digit in of_end[1::2])
    return (sum(plain) + sum(doubled)) % 10 == 0


class Canaries:
    """Hands out canaries, and remembers every one."""

    def __init__(self):
        self.chance = random.Random(20240831)
        self.given = {"canary": set(), "identity": set(), "mobile": set(), "card": set()}
        self.names = ("".join(name) for name in itertools.product(SURNAMES, LETTERS, LETTERS))

    def name(self):
        return self._remembered("canary", next(self.names))

    def identity(self):
        return self._remembered("identity", identity_number(self.chance))

    def mobile(self):
        return self._remembered("mobile", mobile_number(self.chance))

    def card(self):
        return self._remembered("card", card_number(self.chance))

    def pseudonym(self):
        number = len(self.given["canary"])
        return self._remembered("canary", f"JSQ{number:05}CANARY")

    def remark(self):
        return f"{self.name()}，身份证{self.identity()}，电话{self.mobile()}，卡号{self.card()}"

    def _remembered(self, kind, words):
        self.given[kind].add(words)
        return words

    @property
    def words(self) -> set[str]:
        return self.given["canary"]

    @property
    def all(self) -> set[tuple[str, str]]:
        return {(kind, words) for kind, given in self.given.items() for words in given}


# Unit in the heading, so that its words reach the note on how it was read.
IN_TENS = {"assistance_payments": "发放金额"}


def planted_data(folder):
    """Return (data folder, canaries in its extracts, those among them that are in no kept row)."""
    data = tiny_data(folder)
    settings = data / "reference" / "setting.csv"
    told = settings.read_text("utf-8").replace("refused_share_max,0.5", "refused_share_max,0.99")
    settings.write_text(told, "utf-8")
    canaries, dropped = Canaries(), Canaries()
    dropped.chance, dropped.names = canaries.chance, canaries.names
    for contract in load_contracts(data / "contracts").values():
        if contract.kind == "extract" and contract.disclosure != "open":
            _plant(contract, data / contract.file, canaries, dropped)
    return data, canaries, dropped


def _plant(contract, path, canaries, dropped):
    heads, *rows = csv.reader(io.StringIO((FIXTURE / contract.file).read_text("utf-8")))
    # The optional columns the small files do without have their causes of refusal too.
    absent = [one.name_zh for one in contract.columns if not {*one.headers} & {*heads}]
    heads, rows = heads + absent, [row + [""] * len(absent) for row in rows]
    columns = [next(c for c in contract.columns if head in c.headers) for head in heads]
    numbered = {column.name for column in columns if column.identifier}
    spoilt = []
    for place, column in enumerate(columns):
        # A number of a payment, a person or a household may look like anything but a remark.
        alone = (canaries.name, canaries.identity, canaries.mobile, canaries.card)
        for canary in (canaries.remark, *(() if column.name in numbered else alone)):
            spoilt.append([*rows[0][:place], canary(), *rows[0][place + 1 :]])
    for place, column in enumerate(columns):
        if column.name in numbered:
            firsts = dict.fromkeys(row[place] for row in rows)
            for was, canary in zip(firsts, (canaries.pseudonym, canaries.card), strict=False):
                now = canary()
                for other in rows:
                    other[place] = now if other[place] == was else other[place]
    if contract.id in IN_TENS:
        place = heads.index(IN_TENS[contract.id])
        for row in rows:
            row[place] = f"{float(row[place]) / 10:.2f}"
        rows[0][place] = "150.00"  # 1500.00 for 2400.00: what was published changes
        heads[place] += f"（{canaries.name()}）"
    heads += [f"备注{canaries.name()}{canaries.mobile()}", canaries.identity()]
    told = [[*row, dropped.remark(), ""] for row in rows]
    title = f"制表人：{dropped.name()}，电话{dropped.mobile()}；单位：十元"
    out = io.StringIO()
    csv.writer(out).writerows([[title], heads, *told, *[[*row, "", ""] for row in spoilt]])
    path.write_text(out.getvalue(), encoding="utf-8")
