"""SQL texts that answer a question: a cross-tab of a dataset's records, its totals and its rows.

Records are gone through once: what adds up (counts, sums, means) is first counted by cell, and its
totals, shares and changes are made of the few cells; only medians and distinct values go back.
"""

from queries import beside, datasets
from queries.aspects import aspect, condition
from queries.plans import OTHER, Plan, all_of, where
from queries.statements import name, text

MOST_CELLS = 20_000
# What is read several times below is worked out once: else the records are gone through each time.
ONCE = dict.fromkeys(("raw_part", "counted", "cell"), "materialized ")
FORMS = {  # how → (what is counted by cell, what becomes of it); None: the records themselves
    "count": (("count(*)",), "coalesce(sum({0}), 0)"),
    "sum": (("sum({v})",), "sum({0})"),
    "mean": (("sum({v})", "count({v})"), "cast(sum({0}) as double) / nullif(sum({1}), 0)"),
    "share": (("count(*) filter ({v})", "count(*)"), "100.0 * sum({0}) / sum({1})"),
    "median": (None, "median({v})"),
    "distinct": (None, "count(distinct {v})"),
    "only": (None, "case when count(*) = 1 then any_value({v}) end"),
}
FROM_RECORDS = {  # the same where other measures need the records
    "count": "count(*)",
    "sum": "sum({v})",
    "mean": "avg({v})",
    "share": "100.0 * count(*) filter ({v}) / count(*)",
}


def cells(plan: Plan) -> str:
    """Return SQL: one row per cell of the cross-tab and per total of it, in the order of reading.

    d1… codes (null: the total), w1… words, o1… order, m1… values, n records; s1… the values as
    they are to be shown, r1… by how many per cent they changed.
    """
    numbers = range(len(plan.question.measures))
    words = [f"{_words(one, f'cell.{d}')} as w{d[1:]}" for one, d in plan.paired()]
    shown = [f"{beside.shown(plan, number)} as s{number + 1}" for number in numbers]
    shown += [f"{beside.ratio(plan, number)} as r{number + 1}" for number in numbers]
    columns = ",\n    ".join(["cell.*", *words, *shown, *beside.ranks(plan)])
    order = ", ".join(f"o{d[1:]}" for d in plan.names) or "1"
    return (
        f"with\n\n{_steps(plan)}\n\nselect\n    {columns}\n"
        f"from cell{beside.joined(plan)}{beside.kept(plan)}\n"
        f"order by {order}\nlimit {MOST_CELLS + 1}"
    )


def _words(one, code):
    return f"case {code} when {text(OTHER)} then '其他' else {one.words(code)} end"


def _steps(plan):
    steps = [("record", _records(plan))]
    source = "record"
    if _adds_up(plan):
        steps += [("raw_part", _parts(plan)), ("part", _coded(plan))]
        source = "part"
    if plan.question.top and plan.names:
        final = _final(plan, 0, source)
        steps.append(
            (
                "place",
                f"select d1, row_number() over (order by {final} desc nulls last, d1) as place "
                f"from {source} group by d1",
            )
        )
        steps.append(
            (
                "lumped",
                f"select {source}.* replace (case when place.place <= {plan.question.top} "
                f"then {source}.d1 else {text(OTHER)} end as d1) from {source} "
                f"inner join place on {source}.d1 = place.d1",
            )
        )
        source = "lumped"
    steps.append(("counted", _counted(plan, source)))
    steps.append(("cell", _cell(plan)))
    steps += [(f"weight{d[1:]}", beside.weight(plan, d)) for d in beside.weighed(plan)]
    return ",\n\n".join(f"{step} as {ONCE.get(step, '')}(\n    {sql}\n)" for step, sql in steps)


def _adds_up(plan):
    """Return whether every measure is made of what is counted by cell."""
    return all(FORMS[plan.measure(n).how][0] for n in range(len(plan.question.measures)))


def _has_status(plan):
    return any(one.how == "only" for one in plan.question.measures)


def _records(plan):
    """Return SQL for the records asked for; to be compared, those of other periods as well."""
    is_raw = _adds_up(plan)
    columns = [f"{one.raw if is_raw else one.code} as {d}" for one, d in plan.paired()]
    for number, one in enumerate(plan.question.measures):
        if one.how == "share":
            look = aspect(plan.dataset, one.column)
            columns.append(f"{look.code} in ({', '.join(map(text, one.values))}) as v{number + 1}")
        elif one.column:
            columns.append(f"record.{name(one.column)} as v{number + 1}")
    if _has_status(plan):
        columns.append(f"record.{name(plan.dataset.status)} as status")
    asked = where(plan)
    if plan.compares:
        columns.append(f"({asked}) as is_asked")
        asked = where(plan, plan.dimensions[plan.time].field.name)
    shown = ", ".join(columns) or "1 as one"
    return f"select {shown} from {plan.dataset.relation} as record where {asked}"


def _parts(plan):
    counted = [
        f"{form.format(v=plan.value(number))} as p{number + 1}_{part}"
        for number in range(len(plan.question.measures))
        for part, form in enumerate(FORMS[plan.measure(number).how][0])
    ]
    kept = ["bool_or(is_asked) as is_asked"] * plan.compares
    columns = ", ".join([*plan.names, *counted, "count(*) as n", *kept])
    return f"select {columns} from record" + f" group by {', '.join(plan.names)}" * bool(plan.names)


def _coded(plan):
    """Return SQL for the parts with codes in place of what they were grouped by."""
    codes = [f"{one.code_of(d)} as {d}" for one, d in plan.paired()]
    return "select *" + f" replace ({', '.join(codes)})" * bool(codes) + " from raw_part"


def _final(plan, number, source):
    """Return SQL for a measure of a group of records, or of parts of them."""
    how, value = plan.measure(number).how, plan.value(number)
    if _adds_up(plan):
        counted = FORMS[how][0]
        return FORMS[how][1].format(*(f"p{number + 1}_{part}" for part in range(len(counted))))
    return FROM_RECORDS.get(how, FORMS[how][1]).format(v=value)


def _counted(plan, source):
    """Return SQL for the cells and their totals; a single value's status comes with it."""
    found = [
        f"cast({_final(plan, number, source)} as double) as b{number + 1}"
        for number in range(len(plan.question.measures))
    ]
    found.append("sum(n) as n" if _adds_up(plan) else "count(*) as n")
    if _has_status(plan):
        found.append("case when count(*) = 1 then any_value(status) end as status")
    if plan.compares:
        found.append("bool_or(is_asked) as is_asked")
    sets = f" group by grouping sets ({', '.join(_sets(plan))})" if plan.names else ""
    return f"select {', '.join([*plan.names, *found])} from {source}{sets}"


def _sets(plan):
    """Return what is added up: rows and their subtotals, each also across."""
    rows = plan.names[:-1] if plan.across else plan.names
    whole = [rows[:length] for length in range(len(rows), -1, -1)]
    both = whole + ([[*one, plan.across] for one in whole] if plan.across else [])
    if _has_status(plan):  # what is worked out already is not added up
        both = both[:1] if not plan.across else both[len(whole) : len(whole) + 1]
    if plan.compares:  # periods that differ in length are not added up
        both = [one for one in both if plan.names[plan.time] in one]
    return [f"({', '.join(one)})" for one in both]


def _cell(plan):
    found = [
        f"{_per(plan, number)} as m{number + 1}" for number in range(len(plan.question.measures))
    ]
    return f"select *, {', '.join(found)} from counted"


def _per(plan, number):
    """Return SQL for a measure per 1,000 of its denominator, or as it was counted."""
    one = plan.question.measures[number]
    if one.how != "per":
        return f"b{number + 1}"
    townships = [d for look, d in plan.paired() if look.field.type == "township"]
    conditions = [f"(counted.{d} is null or record.ref_area = counted.{d})" for d in townships]
    # a denominator has a township as a record has: it is narrowed by the very same filters
    conditions += [
        condition(plan.dataset, one, "true")
        for one in plan.question.where
        if aspect(plan.dataset, one.column).field.type == "township"
    ]
    year = f"year(date {text(plan.dataset.as_of)})"
    if plan.time is not None:
        year = f"try_cast(left(counted.{plan.names[plan.time]}, 4) as integer)"
    conditions.append(f"record.year <= {year}")
    sql = datasets.denominators()[one.denominator].sql
    # a year that was not counted takes the latest before it, as everywhere on the board
    return (
        f"1000.0 * b{number + 1} / (select nullif(sum(newest), 0) from (select arg_max("
        f"record.obs_value, record.year) as newest from ({sql}) as record "
        f"where {all_of(conditions)} group by record.ref_area))"
    )
