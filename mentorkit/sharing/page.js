// Tables that sort and can be searched, and a line once the file counts no longer. Nothing is fetched.
"use strict";

function valueOf(row, place) {
  const text = row.cells[place].textContent.trim();
  const decimal = row.closest("[lang]").lang === "nl" ? "," : ".";
  const number = Number(text.replace(/[.,\s]/g, (sign) => (sign === decimal ? "." : "")));
  return text !== "" && Number.isFinite(number) ? number : text;
}

function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true });
}

function sortBy(table, place, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows];
  rows.sort((one, other) => compare(valueOf(one, place), valueOf(other, place)));
  table.tBodies[0].append(...(down ? rows.reverse() : rows));
}

function makeSortable(box, table) {
  [...table.tHead.rows[0].cells].forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = box.dataset.sort.replace("§", head.textContent);
    button.addEventListener("click", () => sortBy(table, place, head));
    head.replaceChildren(button);
  });
}

function makeSearchable(box, table) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.type = "search";
  field.addEventListener("input", () => {
    const sought = field.value.toLocaleLowerCase();
    for (const row of table.tBodies[0].rows) {
      row.hidden = !row.textContent.toLocaleLowerCase().includes(sought);
    }
  });
  label.append(`${box.dataset.search} `, field);
  box.prepend(label);
}

function show(play, section) {
  const sliders = [...section.querySelectorAll("input")];
  let place = 0;
  sliders.forEach((slider, number) => {
    const weights = play.weights[number];
    slider.nextElementSibling.textContent = weights[slider.value];
    place = place * weights.length + Number(slider.value);
  });
  play.states[place].forEach(([mentor, points], number) => {
    const [, name, told] = section.querySelector("tbody").rows[number].cells;
    const now = mentor < 0 ? "–" : play.mentors[mentor];
    name.classList.toggle("moved", play.states[play.start][number][0] !== mentor);
    name.textContent = now;
    told.textContent = points;
  });
}

function letPlay(section) {
  const { play } = JSON.parse(document.getElementById("extract").textContent);
  const sliders = section.querySelector(".sliders");
  section.querySelector(".table").before(sliders);
  sliders.hidden = false;
  sliders.addEventListener("input", () => show(play, section));
}

function enhance(box) {
  const table = box.querySelector("table");
  const count = table.tBodies[0].rows.length;
  if (count > 2) makeSortable(box, table);
  if (count > 12) makeSearchable(box, table);
}

function tellWhenOut(line) {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const day = parts.map((part) => String(part).padStart(2, "0")).join("-");
  line.hidden = day <= line.dataset.until;
}

document.querySelectorAll(".play").forEach(letPlay);
document.querySelectorAll("article > section .table").forEach(enhance);
document.querySelectorAll(".out").forEach(tellWhenOut);
