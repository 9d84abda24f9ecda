// The weeks of all pairs: one press of a key for each, saved all at once. Nothing leaves this table before
// that. `noted` holds what was changed here, by pair and week, also while other parts of the page save; a
// week that is unknown has only its state.

const ORDER = ["unknown", "held", "not_held"]
const STATES = { 1: "held", 0: "not_held", "?": "unknown", Backspace: "unknown", Delete: "unknown" }
const MORE = {
  e: ["initiative", "mentee"], m: ["initiative", "mentor"], b: ["initiative", "both"],
  i: ["medium", "in_person"], v: ["medium", "video"], t: ["medium", "phone"], s: ["medium", "writing"],
  p: ["is_prepared", true],
}
const MINUTES = { "+": 15, "=": 15, "-": -15 }
const LONGEST = 600
const NOBODY = { pairs: [], weeks: [], known: {}, asked: {} }
const MOVES = { ArrowDown: [1, 0], Enter: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

function made(tag, text = "", attributes = {}) {
  const one = document.createElement(tag)
  one.textContent = text
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value)
  return one
}

/** What is known of a week after a key; null for a key that means nothing here. */
function after(key, now) {
  if (key in STATES) return STATES[key] === now.state ? now : { state: STATES[key] }
  if (key === " ") return { state: ORDER[(ORDER.indexOf(now.state) + 1) % ORDER.length] }
  if (now.state === "not_held") return null
  const held = { ...now, state: "held" }
  if (key in MINUTES) {
    const minutes = Math.min(LONGEST, Math.max(0, (now.minutes ?? 0) + MINUTES[key]))
    return { ...held, minutes: minutes || null }
  }
  if (!(key in MORE)) return null
  const [field, value] = MORE[key]
  return { ...held, [field]: now[field] === value ? null : value }
}

function told(now, words) {
  if (now.state !== "held") return [words[now.state]]
  const by = now.initiative && words.initiative[now.initiative]
  const parts = [now.minutes && `${now.minutes} ${words.minutes}`, now.medium && words.medium[now.medium], by]
  return [words.held, ...parts, now.is_prepared && words.is_prepared].filter(Boolean)
}

class Weeks {
  constructor(model, el) {
    this.model = model
    this.el = el
    this.noted = model.get("noted")
    this.fill = () => this.build()
    this.build()
  }

  /** All anew with what is known now; what was noted here and is not saved yet stays. */
  build() {
    this.shown = { ...NOBODY, ...this.model.get("shown") }
    this.words = this.shown.words
    this.forget()
    this.cells = this.shown.pairs.map(pair => this.shown.weeks.map(week => this.cell(pair, week)))
    this.status = made("span", "", { class: "quiet" })
    this.save = made("button", this.words.save, { type: "button", class: "save" })
    this.save.addEventListener("click", () => this.handIn())
    const [foot, box, all] = ["foot", "box", "weeks"].map(name => made("div", "", { class: name }))
    foot.append(this.save, this.status)
    box.append(this.table())
    all.append(this.keys(), box, foot)
    all.addEventListener("keydown", event => this.press(event))
    all.addEventListener("focusin", event => event.target.week && this.stand(...this.place(event.target)))
    this.el.replaceChildren(all)
    const [row, column, isHere] = this.model.get("at")
    this.stand(row, column, isHere)
    this.tell()
    if (isHere) requestAnimationFrame(() => this.comeBack(row, column))
  }

  /** Saving draws the table anew: the keyboard goes on where it was, unless it is somewhere else by now. */
  comeBack(row, column) {
    if (document.activeElement === document.body) this.cells[row]?.[column]?.focus()
  }

  /** What is stored by now is no longer to be saved. */
  forget() {
    for (const [key, now] of Object.entries(this.noted)) {
      const place = key.lastIndexOf(" ")
      if (this.isStored(key.slice(0, place), key.slice(place + 1), now)) delete this.noted[key]
    }
  }

  isStored(pair, week, now) {
    return String(told(now, this.words)) === String(told(this.stored(pair, week), this.words))
  }

  stored(pair, week) {
    return this.shown.known[pair]?.[week] ?? { state: "unknown" }
  }

  known(pair, week) {
    return this.noted[`${pair} ${week}`] ?? this.stored(pair, week)
  }

  cell([pair, name], [week, called]) {
    const one = made("button", "", { type: "button", tabindex: "-1" })
    Object.assign(one, { pair, week, called: `${name}, ${called}` })
    one.addEventListener("click", () => {
      one.focus()
      this.note(one, after(" ", this.known(pair, week)))
    })
    this.draw(one)
    return one
  }

  draw(one) {
    const now = this.known(one.pair, one.week)
    const isIdle = now.state === "unknown" && !this.shown.asked[one.pair]?.includes(one.week)
    const [state, ...more] = isIdle ? ["–"] : told(now, this.words)
    one.replaceChildren(made("strong", state), made("span", more.join(", ")))
    one.dataset.state = isIdle ? "idle" : now.state
    one.classList.toggle("new", `${one.pair} ${one.week}` in this.noted)
    one.setAttribute("aria-label", `${one.called}: ${isIdle ? this.words.idle : [state, ...more].join(", ")}`)
  }

  note(one, now) {
    const key = `${one.pair} ${one.week}`
    this.noted = { ...this.noted, [key]: now }
    if (this.isStored(one.pair, one.week, now)) delete this.noted[key]
    this.model.set("noted", this.noted)
    this.draw(one)
    this.tell()
  }

  tell() {
    const count = Object.keys(this.noted).length
    this.save.disabled = !count
    this.status.textContent = count ? this.words.unsaved.replace("0", count) : ""
  }

  place(one) {
    const row = this.cells.findIndex(line => line.includes(one))
    return [row, this.cells[row].indexOf(one)]
  }

  /** The keyboard comes to one week only; the arrows go on from there. */
  stand(row, column, isHere = true) {
    this.model.set("at", [row, column, isHere])
    for (const line of this.cells) for (const one of line) one.tabIndex = -1
    if (this.cells[row]?.[column]) this.cells[row][column].tabIndex = 0
  }

  press(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return this.handIn()
    }
    const one = event.target
    if (!one.week || event.ctrlKey || event.metaKey || event.altKey) return
    const now = after(event.key.length === 1 ? event.key.toLowerCase() : event.key, this.known(one.pair, one.week))
    if (!now && !(event.key in MOVES)) return
    event.preventDefault()
    if (now) return this.note(one, now)
    const [row, column] = this.place(one)
    const [down, right] = MOVES[event.key]
    const next = this.cells[row + down]?.[column + right]
    next?.focus()
  }

  handIn() {
    if (this.save.disabled) return
    this.model.set("handed_in", { turn: Date.now(), weeks: { ...this.noted } })
    this.model.save_changes()
  }

  table() {
    const table = made("table")
    table.append(made("caption", this.words.caption))
    const head = table.createTHead().insertRow()
    head.append(made("th", this.words.pair, { scope: "col" }))
    for (const [week, called, number] of this.shown.weeks) {
      const monday = new Date(week).toLocaleDateString(this.words.language, { day: "numeric", month: "short" })
      const one = made("th", number, { scope: "col", title: called })
      one.append(made("span", monday))
      head.append(one)
    }
    const body = table.createTBody()
    this.shown.pairs.forEach(([, name], row) => {
      const line = body.insertRow()
      line.append(made("th", name, { scope: "row" }))
      for (const one of this.cells[row]) line.insertCell().append(one)
    })
    return table
  }

  keys() {
    const fold = made("details")
    const list = made("ul")
    for (const [key, meaning] of this.words.keys) {
      const line = made("li")
      line.append(made("kbd", key), ` ${meaning}`)
      list.append(line)
    }
    fold.append(made("summary", this.words.by_keyboard), list)
    return fold
  }
}

function render({ model, el }) {
  const weeks = new Weeks(model, el)
  model.on("change:shown", weeks.fill)
  return () => model.off("change:shown", weeks.fill)
}

export default { render }
