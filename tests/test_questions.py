"""A question is a handful of texts: what is spelt comes back the same, what is not is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.questions import (
    CHARTS,
    MOST_DIMENSIONS,
    MOST_MEASURES,
    OPERATORS,
    SHOWS,
    Filter,
    Measure,
    Question,
    QuestionRefused,
    parameters,
    question,
)

names = st.sampled_from(["ref_area", "kind", "registered_on.year", "grade.band"])
values = st.text(min_size=1, max_size=12).filter(lambda text: text.strip())


@st.composite
def filters(draw):
    operator, wanted = draw(st.sampled_from(OPERATORS))
    size = draw(st.integers(1, 3)) if wanted is None else wanted
    return Filter(draw(names), operator, tuple(draw(values) for _ in range(size)))


measures = st.one_of(
    st.just(Measure()),
    st.builds(Measure, st.sampled_from(["sum", "mean", "median", "distinct"]), names),
    st.builds(Measure, st.just("share"), names, st.tuples(values, values)),
    st.builds(
        Measure, st.just("per"), st.sampled_from(["", "amount"]), st.just(()), st.just("population")
    ),
)
questions = st.builds(
    Question,
    st.just("organizations"),
    st.lists(names, max_size=MOST_DIMENSIONS, unique=True).map(tuple),
    st.lists(measures, min_size=1, max_size=MOST_MEASURES).map(tuple),
    st.lists(filters(), max_size=3).map(tuple),
    st.sampled_from(["", "up", "down"]),
    st.integers(0, 50),
    st.sampled_from(SHOWS),
    st.sampled_from(CHARTS),
)


@given(questions)
def test_what_an_address_spells_is_the_question_that_was_asked(asked):
    assert question(parameters(asked)) == asked


def test_chinese_stays_readable_in_an_address_and_marks_are_escaped():
    told = parameters(Question("o", where=(Filter("name", "in", ("为老服务", "a|b;c")),)))
    assert told["where"] == "name:in:为老服务|a%7Cb%3Bc"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"show": "sideways"}, "呈现方式里的“sideways”看不懂"),
        ({"chart": "pie"}, "图形里的“pie”看不懂"),
        ({"sort": "random"}, "排序里的“random”看不懂"),
        ({"top": "many"}, "请填一个整数"),
        ({"top": "²"}, "请填一个整数"),
        ({"by": "a,b,c,d"}, "分组最多3个"),
        ({"by": "a,a"}, "不能重复"),
        ({"measure": "count,count,count,count,count"}, "最多看4个度量"),
        ({"where": "kind:near:1"}, "筛选条件里的“near”看不懂"),
        ({"where": "kind"}, "筛选条件里的“”看不懂"),
        ({"where": "month:between:2024"}, "应有2个值"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_to_do(told, said):
    with pytest.raises(QuestionRefused, match=said):
        question(told)
