"""What is asked: dataset, dimensions, measures, presentation; the question lives in the address."""

from dataclasses import replace
from types import SimpleNamespace

import streamlit as st

from queries import datasets, exploring, questions
from queries.datasets import Dataset
from queries.plans import Plan
from queries.questions import Measure, Question, QuestionRefused
from ui import chrome, filters, labels_explore, permits, picks, reading, selection, wording_explore
from ui.view import View

TOPS = (0, 3, 5, 10, 15, 20, 30)
LISTED = ("vocabulary", "boolean")  # types whose values are few and known


def known(view: View) -> dict[str, Dataset]:
    """Return the datasets the reader may ask."""
    found = reading.datasets(view.version)
    return {id_: one for id_, one in found.items() if permits.may_ask(one.disclosure)}


def asked(view: View) -> Question:
    """Return the question in the address, or what is asked at first."""
    told = dict(view.chosen.asked)
    offered = known(view)
    if not offered:
        raise QuestionRefused(labels_explore.OLD_VERSION)
    if not told.get("dataset"):
        dataset = next(iter(offered.values()))
        return exploring.first_question(dataset, picks.any_of(view).id)
    question = questions.question(told)
    if question.dataset not in offered:
        raise QuestionRefused(_why_not(view, question.dataset))
    return question


def plan(view: View, question: Question) -> Plan:
    """Return the question beside its dataset, named after the one thing it is about."""
    return exploring.plan(_named(view, known(view)[question.dataset], question), question)


def show(view: View, question: Question):
    """Show the controls; each writes the changed question into the address."""
    offered = known(view)
    dataset = offered[question.dataset]
    with st.container(key="asking"):
        _choose(
            question,
            labels_explore.DATASET,
            "dataset",
            question.dataset,
            _names(offered),
            _begin(view),
        )
        _not_offered(view, dataset)
        _several(
            question,
            labels_explore.BY,
            "by",
            list(question.by),
            _aspects(dataset),
            questions.MOST_DIMENSIONS,
            labels_explore.BY_HINT,
        )
        _several(
            question,
            labels_explore.MEASURES,
            "measure",
            [_text(one) for one in question.measures],
            _measures(dataset, question),
            questions.MOST_MEASURES,
            labels_explore.MEASURES_HINT,
        )
        filters.show(view, exploring.Plan(dataset, question))
        shows = _shows(dataset, question)
        if len(shows) > 1:
            _choose(question, labels_explore.SHOW, "show", question.show, shows)
        if question.by:
            _choose(question, labels_explore.SORT, "sort", question.sort, labels_explore.SORTS)
            tops = {str(n or ""): labels_explore.top(n) for n in sorted({*TOPS, question.top})}
            _choose(question, labels_explore.TOP, "top", str(question.top or ""), tops)


def _begin(view):
    def begin(id_):
        dataset = reading.datasets(view.version)[id_]
        told = questions.parameters(exploring.first_question(dataset, picks.any_of(view).id))
        return dict.fromkeys(selection.ASKED, "") | told

    return begin


def _names(offered):
    return {id_: one.name_zh for id_, one in offered.items()}


def _named(view, dataset, question):
    """Return the dataset with its value called by the only thing asked of it, and in its unit."""
    only = [one for one in question.where if one.column == dataset.first and len(one.values) == 1]
    of = view.declared.indicators.get(only[0].values[0]) if only else None
    if not dataset.value or of is None or only[0].operator != "in":
        return dataset
    value = replace(
        dataset.fields[dataset.value], name_zh=of.name_zh, unit=of.unit_zh, decimals=of.decimals
    )
    return replace(dataset, fields=dataset.fields | {dataset.value: value})


def of(view: View, plan: Plan) -> SimpleNamespace | None:
    """Return the only indicator a question is about, if it is about one."""
    dataset = plan.dataset
    only = [one for one in plan.question.where if one.column == dataset.first and dataset.first]
    return view.declared.indicators.get(only[0].values[0]) if only and only[0].values else None


def _why_not(view, id_):
    dataset = reading.datasets(view.version).get(id_)
    if dataset is None:
        return labels_explore.unknown_dataset(id_)
    return labels_explore.not_offered([dataset.name_zh], dataset.disclosure)


def _not_offered(view, dataset):
    """Say which datasets and columns are not offered, and why."""
    kept = {}
    for one in reading.datasets(view.version).values():
        if not permits.may_ask(one.disclosure):
            kept.setdefault(one.disclosure, []).append(one.name_zh)
    said = [labels_explore.not_offered(names, of) for of, names in kept.items()]
    hidden = [field.name_zh for field in dataset.fields.values() if field.identifier]
    said += [labels_explore.hidden_columns(hidden)] if hidden else []
    if said:
        st.html("".join(map(chrome.source, said)))


def _aspects(dataset):
    return {
        f"{field.name}.{way}" if way else field.name: label
        for field in dataset.fields.values()
        if not field.identifier
        for way, label in field.ways.items()
    }


def _measures(dataset, question):
    """Return {text: label} of every measure the dataset has, those in use among them."""
    offered = list(_offered(dataset))
    offered += [one for one in question.measures if one not in offered]
    return {_text(one): wording_explore.measure(dataset, one) for one in offered}


def _offered(dataset: Dataset):
    if dataset.value:
        yield Measure("only", dataset.value)
        return
    yield Measure()
    fields = dataset.fields.values()
    numbers = [field for field in fields if field.is_number]
    for how in ("sum", "mean", "median"):
        yield from (Measure(how, field.name) for field in numbers)
    others = [one for one in fields if not (one.is_number or one.is_time)]
    yield from (Measure("distinct", field.name) for field in others)
    if dataset.of_type("township"):
        bases = ["", *(one.name for one in [*numbers, *others] if _counts(one))]
        for id_ in datasets.denominators():
            yield from (Measure("per", base, (), id_) for base in bases)
    for field in fields:
        spelt = f"{field.name}.{datasets.BAND}" if field.band else field.name
        listed = field.band.labels if field.band else _listed(field)
        yield from (Measure("share", spelt, (value,)) for value in listed)


def _counts(field):
    return field.identifier or field.type == "integer" or field.unit == "元"


def _listed(field):
    return field.vocabulary or (("是",) if field.type == "boolean" else ())


def _text(one):
    return questions.parameters(Question(measures=(one,))).get("measure", "count")


def _shows(dataset, question):
    """Return the presentations that have an honest answer."""
    found = {}
    for show, label in wording_explore.SHOWS.items():
        try:
            exploring.plan(dataset, replace(question, show=show))
        except QuestionRefused:
            continue
        found["" if show == "value" else show] = label
    return found or {"": wording_explore.SHOWS["value"]}


def _choose(question, label, name, chosen, options, told=None):
    """Show a box for one part of the question; `told` gives all that a choice writes."""
    key = f"ask-{name}"
    chosen = "" if (name, chosen) == ("show", "value") else chosen
    selection.follow(key, chosen if chosen in options else next(iter(options)))
    st.selectbox(
        label,
        list(options),
        key=key,
        format_func=options.get,
        on_change=lambda: selection.ask(
            questions.parameters(question),
            **(told or (lambda value: {name: value}))(selection.chosen_in(key)),
        ),
    )


def _several(question, label, name, chosen, options, most, hint):
    key = f"ask-{name}"
    selection.follow(key, [one for one in chosen if one in options])
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=options.get,
        on_change=lambda: selection.ask(
            questions.parameters(question), **{name: ",".join(selection.chosen_in(key))}
        ),
        max_selections=most,
        placeholder=hint,
        select_all=False,
    )
