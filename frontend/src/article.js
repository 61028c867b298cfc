// Notes at what is marked, on hover and on focus; j and k step from mark to mark; layers switch at once.

/** Shows what is known of a marked piece beside it. */
function tips(page) {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let shown = null;
  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  };
  const show = (event) => {
    const piece = event.target.closest?.("[data-note]");
    if (!piece) return hide();
    if (piece === shown) return;
    hide();
    shown = piece;
    tip.textContent = piece.dataset.note;
    tip.hidden = false;
    piece.setAttribute("aria-describedby", "tip");
    const box = piece.getBoundingClientRect();
    const below = box.bottom + 6;
    const fits = below + tip.offsetHeight < innerHeight;
    tip.style.top = `${fits ? below : Math.max(4, box.top - tip.offsetHeight - 6)}px`;
    tip.style.left = `${Math.max(4, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
  };
  page.addEventListener("pointerover", show);
  page.addEventListener("focusin", show);
  page.addEventListener("focusout", hide);
  page.addEventListener("pointerleave", hide);
  addEventListener("scroll", hide, { passive: true });
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

/** Lights a statement's words while its note in the margin has the pointer or the focus. */
function lighting(page) {
  const light = (event, on) => {
    const note = event.target.closest?.(".note");
    if (!note) return;
    const name = note.id.slice("note-".length);
    for (const piece of page.querySelectorAll(`[data-said~="${CSS.escape(name)}"]`)) piece.classList.toggle("lit", on);
    note.classList.toggle("lit", on);
  };
  for (const [kind, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
    page.addEventListener(kind, (event) => light(event, on));
  }
}

/** Lets j and k step through what is marked, one stop for the tab key and not hundreds. */
function stepping(page) {
  const pieces = [...page.querySelectorAll(".text [data-note]")];
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const by = { j: 1, k: -1 }[event.key];
    if (!by || !pieces.length) return;
    const at = pieces.indexOf(document.activeElement);
    pieces[(at + by + pieces.length) % pieces.length].focus();
  });
}

/** Makes the choice of a speaker work at once, and keeps what is chosen in the address. */
function choosing(page) {
  const form = page.querySelector(".layers");
  form.querySelector("button").hidden = true;
  form.addEventListener("change", (event) => {
    if (event.target.name === "speaker") return form.submit();
    const address = new URL(location.href);
    address.searchParams.delete("layer");
    for (const box of form.querySelectorAll("input:checked")) address.searchParams.append("layer", box.value);
    history.replaceState(null, "", address);
  });
}

export function enhance(page) {
  tips(page);
  lighting(page);
  stepping(page);
  choosing(page);
}
