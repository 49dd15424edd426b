"use strict";
(() => {
  const one = (found) => document.querySelector(found);
  const all = [...document.querySelectorAll(".slide:not([data-aside])")];
  const root = document.documentElement, asked = new URLSearchParams(location.search);
  const typed = one(".typed"), play = one(".play"), blank = one(".blank"), help = one(".help");
  const seconds = Math.max(Number(asked.get("seconds")) || 15, 2);
  const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " "];
  const BEFORE = ["ArrowLeft", "ArrowUp", "PageUp"];
  const REST = 3000; // milliseconds after which an idle mouse and the buttons are hidden
  let at = 0, aside = null, digits = "", timer = null, resting = null, finger = null, opener = null;

  const asideOf = (area) => all.length && document.getElementById("aside-" + area);

  function show(number, area, quietly) {
    at = Math.min(Math.max(number, 0), all.length - 1);
    aside = area && asideOf(area) ? area : null;
    const now = aside ? asideOf(aside) : all[at];
    document.querySelectorAll(".slide").forEach((slide) => {
      slide.classList.toggle("shown", slide === now);
    });
    one(".progress i").style.width = ((at + 1) / all.length) * 100 + "%";
    one(".place").textContent = at + 1 + "／" + all.length;
    one(".back").hidden = !aside;
    if (!quietly) history.replaceState(null, "", "#" + (at + 1) + (aside ? "/" + aside : ""));
    if (document.activeElement.closest(".slide")) {
      const back = !aside && opener && now.contains(opener) ? opener : now;
      opener = aside ? document.activeElement : null;
      back.focus({ preventScroll: true });
    }
    one(".said").textContent = now.getAttribute("aria-label");
  }

  function read() {
    const [number, area] = location.hash.slice(1).split("/");
    show((parseInt(number, 10) || 1) - 1, area, true);
  }

  function type(digit) {
    digits = digit === null ? "" : (digits + digit).slice(-3);
    typed.hidden = !digits;
    typed.textContent = typed.dataset.words.replace("{}", digits);
  }

  function jump() {
    if (digits) show(Number(digits) - 1);
    type(null);
  }

  function playing(on) {
    clearInterval(timer);
    timer = on ? setInterval(() => show(aside ? at : (at + 1) % all.length), seconds * 1000) : null;
    play.hidden = false;
    play.textContent = play.dataset[on ? "playing" : "paused"].replace("{}", seconds);
    if (!on) setTimeout(() => { play.hidden = play.hidden || !timer; }, REST);
  }

  function whole() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) {
      // with the key locked, Esc closes a township first; where it cannot be, it ends the full screen
      root.requestFullscreen().then(() => navigator.keyboard?.lock?.(["Escape"])).catch(() => {});
    }
  }

  // One step out: of a number being typed, of the help, of a township, of the full screen, of all.
  function leave() {
    if (digits) type(null);
    else if (!help.hidden) help.hidden = true;
    else if (aside) show(at);
    else if (document.fullscreenElement) document.exitFullscreen();
    else if (location.protocol !== "file:" && history.length > 1) history.back();
  }

  const ACTS = {
    Home: () => show(0),
    End: () => show(all.length - 1),
    Escape: leave,
    Enter: jump,
    F5: () => document.fullscreenElement || whole(),
    f: whole,
    p: () => playing(!timer),
    d: () => root.classList.toggle("dark"),
    b: () => { blank.hidden = false; },
    ".": () => { blank.hidden = false; },
    "?": () => { help.hidden = !help.hidden; },
  };

  function press(key) {
    if (!blank.hidden) blank.hidden = true; // any key brings the slide back
    else if (/^[0-9]$/.test(key)) type(key);
    else if (NEXT.includes(key)) show(aside ? at : at + 1);
    else if (BEFORE.includes(key)) show(aside ? at : at - 1);
    else if (ACTS[key]) ACTS[key]();
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const area = event.target.closest && event.target.closest("[data-area]");
    const on = event.key === "Enter" || event.key === " ";
    if (on && area && !digits) { event.preventDefault(); show(at, area.dataset.area); return; }
    if (on && event.target.closest && event.target.closest("button")) return; // its own click
    if (press(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button"), area = event.target.closest("[data-area]");
    if (!blank.hidden) blank.hidden = true;
    else if (button) press(button.dataset.key);
    else if (area) show(at, area.dataset.area);
  });

  document.addEventListener("touchstart", (event) => {
    finger = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!finger) return;
    const end = event.changedTouches[0], across = end.clientX - finger.clientX;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(end.clientY - finger.clientY)) {
      press(across < 0 ? "ArrowRight" : "ArrowLeft");
    }
    finger = null;
  }, { passive: true });

  function rest() {
    root.classList.replace("awake", "asleep") || root.classList.add("asleep");
  }

  function wake() {
    root.classList.add("awake");
    root.classList.remove("asleep");
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
  }
  ["pointermove", "pointerdown"].forEach((kind) => document.addEventListener(kind, wake));

  document.querySelectorAll("[data-area]").forEach((shape) => {
    if (!asideOf(shape.dataset.area)) return;
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "button");
    shape.setAttribute("aria-label", shape.dataset.name);
  });

  addEventListener("hashchange", read);
  read();
  resting = setTimeout(rest, REST);
  if (asked.has("play")) playing(true);
})();
