"use strict";
// What the page can do besides being read: sort and filter the list, and open what a link or the printer needs.
(() => {
  const table = document.getElementById("tabel");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const order = new Map(rows.map((row, place) => [row, place]));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

  // Rows without a value (not graded, not decided) come last in either direction; equals stay in the first order.
  const comparing = (column, kind, sign) => (one, other) => {
    const [a, b] = [one, other].map((row) => row.cells[column]?.dataset.value);
    if (a === undefined || b === undefined) {
      return (a === undefined) - (b === undefined) || order.get(one) - order.get(other);
    }
    const difference = kind === "number" ? Number(a) - Number(b) : collator.compare(a, b);
    return sign * difference || order.get(one) - order.get(other);
  };

  const sort = (head) => {
    const rising = head.getAttribute("aria-sort") !== "ascending";
    for (const each of heads) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    rows.sort(comparing(heads.indexOf(head), head.dataset.sort, rising ? 1 : -1));
    body.append(...rows);
  };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
    if ("sorted" in head.dataset) head.setAttribute("aria-sort", "ascending");
  }

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = new Map(rows.map((row) => [row, plain(row.cells[1].textContent)]));
  const search = document.getElementById("cari");
  const review = document.getElementById("saring-tinjau");
  const undecided = document.getElementById("saring-putusan");
  const status = document.getElementById("tampil");

  const filter = () => {
    const sought = plain(search.value.trim());
    let shown = 0;
    for (const row of rows) {
      row.hidden =
        !names.get(row).includes(sought) ||
        (review.checked && !("review" in row.dataset)) ||
        (undecided.checked && "decided" in row.dataset);
      shown += !row.hidden;
    }
    const number = new Intl.NumberFormat(document.documentElement.lang);
    status.textContent =
      shown === rows.length
        ? ""
        : status.dataset.text.replace("{shown}", number.format(shown)).replace("{all}", number.format(rows.length));
  };

  search.addEventListener("input", filter);
  review.addEventListener("change", filter);
  undecided.addEventListener("change", filter);
  document.querySelectorAll(".tools, .with-script").forEach((each) => (each.hidden = false));
  filter(); // a browser that goes back keeps what was typed

  // Not every browser opens a closed part that holds the target of a link, or prints it.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let each = target; each; each = each.parentElement) if (each.localName === "details") each.open = true;
    target?.querySelector(":scope > details.full")?.setAttribute("open", "");
  };
  addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .data)")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
})();
