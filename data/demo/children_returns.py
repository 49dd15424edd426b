"""Monthly returns of children in difficulty or left behind; one township visits too few of them."""

from demo import common
from demo.residents import CHILDREN, residents

MONTHS = [at for at in common.MONTHS if at >= (2023, 1)]
KINDS = {"孤儿": 0.012, "事实无人抚养儿童": 0.09, "困境儿童": 0.408, "留守儿童": 0.49}
REGISTERED = 0.0125  # of all children
VISITS = {"孤儿": 2, "事实无人抚养儿童": 2, "困境儿童": 2, "留守儿童": 1}  # due each month
MADE, HOLIDAYS = 0.84, 0.05  # share of visits made; more in July and August
TOO_FEW = ("林埭镇", 0.66)


def make(seed):
    """Return every return: township × kind × month."""
    rng = common.generator(seed, "children_returns")
    level = {name: heads * REGISTERED for name, heads in residents(CHILDREN).items()}
    return [
        _row(rng, at, name, kind, heads * share)
        for at in MONTHS
        for name, heads in level.items()
        for kind, share in KINDS.items()
    ]


def write(seed, folder):
    common.write(folder / "children_returns.csv", common.headings("children_returns"), make(seed))


def _row(rng, at, name, kind, usual):
    number = MONTHS.index(at)
    children = round(usual * (1 - 0.004 * number) * rng.normal(1, 0.012))
    share = TOO_FEW[1] if name == TOO_FEW[0] else MADE
    share += HOLIDAYS * (at[1] in (7, 8))
    due = children * VISITS[kind]
    return {
        "month": f"{at[0]}-{at[1]:02d}",
        "ref_area": name,
        "kind": kind,
        "children": children,
        "visits_due": due,
        "visits_done": round(due * min(rng.normal(share, 0.02), 0.97)),
    }
