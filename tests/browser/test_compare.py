"""Comparing in a real browser: indicators picked, a dot clicked, the link sent to a colleague."""

import re

from ui import labels

GROWTH = "社工年增长率"


def pick(visit, key, typed):
    """Choose in a box by typing part of a name."""
    box = visit.page.locator(f".st-key-{key} input")
    box.click()
    box.fill(typed)
    with visit.rerun():
        visit.page.get_by_role("option", name=re.compile(typed)).first.click()


def drawn(visit):
    """Return the words of the scatter, once it is painted."""
    visit.page.wait_for_selector(".js-plotly-plot .scatterlayer .point")
    return [
        text.replace("\xa0", " ")
        for text in visit.page.locator(".js-plotly-plot .annotation-text").all_text_contents()
    ]


def test_two_indicators_are_picked_a_township_clicked_and_the_link_shows_a_colleague_the_same(
    page_at, visit, server
):
    reader = page_at("/compare")
    pick(reader, "choice-x", "供餐负荷率")
    pick(reader, "choice-y", GROWTH)
    assert "x=meal_load&y=social_worker_growth" in reader.address
    assert any("持证社工年增长率，%，2023年" in text for text in drawn(reader))

    dots = reader.page.locator(".js-plotly-plot .scatterlayer .trace").last.locator(".point")
    assert dots.count() == 8
    with reader.rerun():
        box = dots.last.bounding_box()
        reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    (area,) = re.findall(r"area=(\d{9})", reader.address)
    box = reader.page.locator(".st-key-choice-area").inner_text()
    name = re.search("[一-鿿]+[镇道]", box.replace(labels.AREA, ""))[0]
    reader.page.wait_for_function(
        "name => [...document.querySelectorAll('.annotation-text')]"
        ".some(one => one.innerHTML.includes('bold') && one.textContent.startsWith(name))",
        arg=name,
    )

    colleague = visit(server)
    colleague.open(reader.address)
    assert drawn(colleague) == drawn(reader)
    assert area in colleague.address

    with reader.rerun():
        box = dots.last.bounding_box()  # the chosen one is drawn on top of the others
        reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert "area" not in reader.address


def test_the_mode_is_in_the_address_and_going_back_undoes_it(page_at, visit, server):
    reader = page_at("/compare?set=meal_load,social_worker_growth")
    with reader.rerun():
        reader.page.get_by_role("radio", name=labels.MODES["beside"]).click()
    assert "mode=beside" in reader.address
    table = reader.page.locator(".beside")
    assert table.locator(".beside-name").count() == 2
    pick(reader, "choice-set", "每万人持证社工")
    assert reader.address.endswith("set=meal_load%2Csocial_worker_growth%2Csocial_worker_per_10000")

    colleague = visit(server)
    colleague.open(reader.address)
    assert colleague.page.locator(".beside").inner_text() == table.inner_text()

    with reader.rerun():
        reader.page.go_back()
    with reader.rerun():
        reader.page.go_back()
    assert "mode" not in reader.address
    assert drawn(reader)


def test_on_a_phone_nothing_of_it_is_wider_than_the_screen(page_at):
    for mode in ("pair", "beside"):
        visit = page_at(f"/compare?mode={mode}&area=330482001,330482103", 390, 844)
        wide = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"
        assert not visit.page.evaluate(wide)
        cut = visit.page.evaluate(
            "[...document.querySelectorAll('.beside-cell b, .sides td')]"
            ".filter(one => one.scrollWidth > one.clientWidth + 1).length"
        )
        assert cut == 0
