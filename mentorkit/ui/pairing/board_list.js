// The list of the board: one line per mentee, filtered and sorted here, worked with the arrow keys.
// One text with board.js, which says what is shared.

class PairList {
  static #columns = ["mentee", "mentor", "mark", "points", "sure", "status", "look"]
  static #markedFor = 6000 // milliseconds that a change stays marked
  static #steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }
  static #beside = { ArrowRight: "nextSibling", ArrowLeft: "previousSibling" }
  static #collator = new Intl.Collator("nl")
  static #byMentee = (a, b) => PairList.#collator.compare(a.mentee, b.mentee)
  static #isLast = line => line.points === NOBODY // who is not placed has no points
  static #orders = {
    points: (a, b) => PairList.#isLast(a) - PairList.#isLast(b) || a.points - b.points || PairList.#byMentee(a, b),
    mentee: PairList.#byMentee,
    mentor: (a, b) => PairList.#collator.compare(a.mentor, b.mentor) || PairList.#byMentee(a, b),
  }

  #chips = make(BOX, { role: "toolbar", class: "chips" })
  #search = make("input", { type: "search", autocomplete: "off", spellcheck: "false" })
  #sort = make("select")
  #searchLabel = make("label")
  #sortLabel = make("label")
  #head = make(BOX, { role: "row", class: "line head" })
  #body = make(BOX, { role: "rowgroup" })
  #grid = make(BOX, { role: "grid", tabindex: "0", class: "grid" },
    make(BOX, { role: "rowgroup", class: "top" }, this.#head), this.#body)
  #count = make("p", { class: "quiet", role: "status" })
  el = make(BOX, { class: "list" }, this.#chips,
    make(BOX, { class: "tools" }, this.#searchLabel, this.#sortLabel), this.#grid, this.#count)

  #id = `board-${Math.random().toString(36).slice(2)}`
  #filter = "all"
  #places = []
  #lines = []
  #active = NOBODY
  #marked = new Set()
  #timer = 0
  #read
  #choose

  constructor(read, choose) {
    this.#read = read
    this.#choose = choose
    this.#grid.addEventListener("keydown", event => this.#press(event))
    this.#chips.addEventListener("keydown", ({ key, target }) => target[PairList.#beside[key]]?.focus())
    this.#search.addEventListener("input", () => this.draw())
    this.#sort.addEventListener("change", () => this.draw())
  }

  build({ words, people }) {
    this.#chips.setAttribute("aria-label", words.show)
    this.#chips.replaceChildren(...words.filters.map(([key, word]) => this.#chip(key, word)))
    this.#searchLabel.replaceChildren(words.search, this.#search)
    this.#sort.replaceChildren(...words.sorts.map(([key, word]) => make("option", { value: key }, word)))
    this.#sortLabel.replaceChildren(words.sort, this.#sort)
    this.#grid.setAttribute("aria-label", words.title)
    const heads = PairList.#columns.map(key => make(BOX, { role: "columnheader", class: key }, words[key] ?? ""))
    this.#head.replaceChildren(...heads)
    this.#places = people.mentees.map((_, place) => this.#place(place))
    this.#lines = this.#places.map(({ el, cells }, row) => ({ el, cells, row }))
    this.#body.replaceChildren(...this.#places.map(place => place.el))
    this.#active = Math.min(this.#active, this.#lines.length - 1)
  }

  #chip(key, word) {
    const chip = make("button", { type: "button", "data-filter": key }, word, make("span", { class: "count" }))
    chip.addEventListener("click", () => { this.#filter = key; this.draw() })
    return chip
  }

  /** One line of the page, in which another mentee stands after a move: to move it would cost far more. */
  #place(number) {
    const named = PairList.#columns.map(key => [key, make(BOX, { role: "gridcell", class: key })])
    const cells = Object.fromEntries(named)
    cells.points.append(make("span", { class: "number" }), make("span", { class: "bar" }, make("i")))
    const el = make(BOX, { role: "row", class: "line", id: `${this.#id}-${number}` }, ...Object.values(cells))
    el.addEventListener("click", () => this.#open(this.#lines[number].row))
    return { el, cells }
  }

  draw() {
    const now = this.#read()
    const before = this.#topOf(now.row)
    const kept = new Set(now.plan.filters.fixed)
    this.#arrange(now)
    for (const line of this.#lines) this.#write(line, now, kept)
    this.#tally(now)
    this.#grid.classList.toggle("sureless", !now.sure.words.length)
    this.select(now)
    const after = this.#topOf(now.row)
    if (before !== null && after !== null) this.#grid.scrollTop += after - before
  }

  #write(line, { words, plan, sure }, kept) {
    const { cells, row } = line
    say(cells.mentee, line.mentee)
    say(cells.mentor, line.mentor)
    cells.mentor.classList.toggle("nobody", plan.mentor[row] === NOBODY)
    const isMarked = this.#marked.has(row)
    say(cells.mark, isMarked ? words.changed : "")
    line.el.classList.toggle("changed", isMarked)
    line.el.classList.toggle("kept", kept.has(row))
    say(cells.points.firstChild, line.points === NOBODY ? "–" : String(line.points))
    set(cells.points.lastChild.firstChild, "style", `width: ${Math.max(0, line.points)}%`)
    say(cells.sure, sure.words[row] ?? "")
    for (const key of ["status", "look"]) say(cells[key], plan[key][row])
  }

  /** Who stands where, and which lines are shown. */
  #arrange(now) {
    const { words, plan, name } = now
    for (const line of this.#lines) {
      const mentor = plan.mentor[line.row]
      line.mentee = name("mentees", line.row)
      line.mentor = mentor === NOBODY ? words.nobody : name("mentors", mentor)
      line.points = plan.points[line.row]
    }
    const wanted = this.#search.value.trim().toLowerCase()
    const rows = new Set(rowsOf(this.#filter, now))
    const order = PairList.#orders[this.#sort.value] ?? PairList.#orders.points
    this.#lines.sort(order)
    for (const [number, line] of this.#lines.entries()) {
      const { row, mentee, mentor } = Object.assign(line, this.#places[number])
      const isNamed = !wanted || mentee.toLowerCase().includes(wanted) || mentor.toLowerCase().includes(wanted)
      const isHidden = !isNamed || !rows.has(row)
      if (line.el.hidden !== isHidden) line.el.hidden = isHidden
    }
  }

  /** How many there are behind each filter, and how many are shown. */
  #tally(now) {
    const { words } = now
    const written = number => number.toLocaleString(words.language)
    for (const chip of this.#chips.children) {
      const key = chip.dataset.filter
      set(chip, "aria-pressed", String(key === this.#filter))
      const count = rowsOf(key, now).length
      say(chip.lastChild, written(count))
      chip.hidden = key === "out" && !count
      chip.tabIndex = key === this.#filter ? 0 : -1
    }
    const shown = this.#shown().length
    const isAll = shown === rowsOf("all", now).length
    const some = { shown: written(shown), all: written(this.#lines.length) }
    say(this.#count, isAll ? "" : shown ? filled(words.some, some) : words.none)
    set(this.#grid, "aria-rowcount", String(shown + 1))
  }

  #shown() {
    return this.#lines.filter(line => !line.el.hidden)
  }

  #elOf(row) {
    return this.#lines.find(line => line.row === row)?.el
  }

  /** Where the chosen line stands, when it is in sight: it stays there while others move. */
  #topOf(row) {
    const el = this.#elOf(row)
    if (!el || el.hidden) return null
    const { scrollTop, clientHeight } = this.#grid
    const top = el.offsetTop
    return top + el.offsetHeight < scrollTop || top > scrollTop + clientHeight ? null : top
  }

  select({ row }) {
    for (const line of this.#lines) set(line.el, "aria-selected", String(line.row === row))
    this.#point(this.#active === NOBODY ? row : this.#active)
  }

  #point(row) {
    this.#active = row
    for (const line of this.#lines) line.el.classList.toggle("active", line.row === row)
    const el = this.#elOf(row)
    if (el && !el.hidden) set(this.#grid, "aria-activedescendant", el.id)
    else this.#grid.removeAttribute("aria-activedescendant")
    return el
  }

  #open(row) {
    this.#point(row)
    this.#choose(row, NOBODY)
    this.select(this.#read())
  }

  #bring(el) {
    const grid = this.#grid
    const top = el.offsetTop - this.#head.offsetHeight
    if (top < grid.scrollTop) grid.scrollTop = top
    else if (el.offsetTop + el.offsetHeight > grid.scrollTop + grid.clientHeight)
      grid.scrollTop = el.offsetTop + el.offsetHeight - grid.clientHeight
  }

  #press(event) {
    const shown = this.#shown()
    const at = shown.findIndex(line => line.row === this.#active)
    const step = PairList.#steps[event.key]
    if (step !== undefined && shown.length) {
      const to = at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + step))
      this.#bring(this.#point(shown[to].row))
    } else if (opens(event) && at >= 0) this.#open(this.#active)
    else return
    event.preventDefault()
  }

  mark(rows) {
    this.#marked = new Set(rows)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { this.#marked = new Set(); this.draw() }, PairList.#markedFor)
  }

  /** Put the keyboard on a line and bring it in sight, also when a filter or a search hides it. */
  reveal(row) {
    const el = this.#point(row)
    if (!el) return
    if (el.hidden) this.#showAll(row)
    this.#bring(this.#point(row))
  }

  /** Everybody who takes part, or who does not when the one to be seen is among those. */
  #showAll(row) {
    this.#filter = rowsOf("out", this.#read()).includes(row) ? "out" : "all"
    this.#search.value = ""
    this.draw()
  }

  end() {
    clearTimeout(this.#timer)
  }
}
