// The board: a list of mentees with their mentors, and a map of every possible pair.
// Every word comes from Python, already in the reader's language. Names are only ever text.
//
// The page takes one text, so board.py puts three files after one another: board_list.js,
// board_map.js and this one. What they share stands at their top level and is no more than this:
// `PairList` and `PairMap`, and from here `BOX`, `NOBODY`, `make`, `filled`, `say`, `set`, `opens` and `rowsOf`.
// Both views have `el`, `build`, `draw` and `select`; what they read is what `Board` has in `#now`.

// The page around it has rules for every `div` that look at what is inside: a change in one of two
// thousand would be a change of all. Boxes of another kind cost nothing.
const BOX = "div"
const NOBODY = -1

function make(tag, attributes = {}, ...children) {
  const one = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value)
  one.append(...children)
  return one
}

function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name])
}

function say(place, text) {
  if (place.textContent !== text) place.textContent = text
}

/** Writing what stands there already would still make the browser lay out the line again. */
function set(one, name, value) {
  if (one.getAttribute(name) !== value) one.setAttribute(name, value)
}

/** Whether this key opens what the keyboard is on. */
function opens({ key }) {
  return key === "Enter" || key === " "
}

/** The card may be under the edge of the window: move the page so that both it and the board show. */
function showCard(name) {
  const card = document.querySelector(`[data-cell-name="${name}"]`)
  const hidden = card ? card.getBoundingClientRect().top - window.innerHeight * 0.6 : 0
  if (hidden <= 0) return
  let page = card.parentElement
  while (page && !(page.scrollHeight > page.clientHeight && /auto|scroll/.test(getComputedStyle(page).overflowY)))
    page = page.parentElement
  ;(page ?? document.scrollingElement).scrollBy({ top: hidden })
}

/** What the board shows until people and a plan have arrived. */
const NOTHING = {
  words: {},
  people: { mentees: [], mentors: [], rows: [], columns: [] },
  plan: { mentor: [], leads: [], filters: { all: [], out: [] } },
  sure: { words: [], doubt: [] },
  heat: new Uint8Array(),
}

/** The rows behind a filter; those of doubt come with how sure each pair is. */
function rowsOf(key, { plan, sure }) {
  return sure[key] ?? plan.filters[key]
}

/** The traits that are drawn together; null while some are of other people than the rest. */
function arrived(model) {
  const [words, people, plan, sure, bytes] = Object.keys(NOTHING).map(name => model.get(name))
  const heat = new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, bytes.byteLength)
  const [height, width] = [people.mentees.length, people.mentors.length]
  const isCounted = words.filters.every(([key]) => rowsOf(key, { plan, sure }))
  const isSaid = !sure.words.length || sure.words.length === height
  const isHeated = !heat.length || heat.length === height * width // the points come with the map
  return isCounted && isSaid && isHeated && plan.mentor.length === height && plan.leads.length === width
    ? { words, people, plan, sure, heat }
    : null
}

class Board {
  #title = make("h2")
  #hint = make("p", { class: "quiet" })
  #list = new PairList(() => this.#read(), (row, column) => this.#choose(row, column))
  #map = new PairMap(() => this.#read(), (row, column) => this.#choose(row, column))
  #views = { list: this.#list, map: this.#map }
  #tabs = Object.keys(this.#views).map(key => make("button", { type: "button", "data-view": key }))
  #pick = make(BOX, { role: "group", class: "views" }, ...this.#tabs)
  #el = make(BOX, { class: "board", hidden: "" },
    make(BOX, { class: "first" }, this.#title, this.#pick), this.#hint, this.#list.el, this.#map.el)

  #model
  #now = NOTHING
  #asked = 0
  #watch = new ResizeObserver(() => this.#map.draw())
  #heard = [
    ...Object.keys(NOTHING).map(name => [`change:${name}`, () => this.#ask()]),
    ["change:chosen", () => this.#follow()],
  ]
  #lead = event => {
    const name = event.composedPath().find(one => one.dataset?.person)
    if (name) this.#leadTo(name.dataset.person, name.dataset.beside)
  }

  constructor(model, place) {
    this.#model = model
    place.append(this.#el)
    for (const [event, react] of this.#heard) model.on(event, react)
    for (const tab of this.#tabs) tab.addEventListener("click", () => this.#show(tab.dataset.view))
    this.#watch.observe(this.#el)
    document.addEventListener("click", this.#lead)
    this.#take()
    this.#show(this.#model.get("view"))
  }

  end() {
    this.#watch.disconnect()
    cancelAnimationFrame(this.#asked)
    document.removeEventListener("click", this.#lead)
    this.#list.end()
    for (const [event, react] of this.#heard) this.#model.off(event, react)
  }

  /** What both views read: what is on the board, and the pair that is chosen, with a few look-ups. */
  #read() {
    const { people, plan } = this.#now
    const [mentee, mentor] = this.#model.get("chosen")
    const row = people.mentees.findIndex(([id]) => id === mentee)
    const own = plan.mentor[row] ?? NOBODY
    const column = mentor ? people.mentors.findIndex(([id]) => id === mentor) : own
    const name = (side, place) => (place === NOBODY ? "" : people[side][place][1])
    return { ...this.#now, row, column, name, width: people.mentors.length }
  }

  /** Tell Python which pair to explain; without a mentor it is the mentee's own pair. */
  #choose(row, column) {
    const { people, plan } = this.#now
    const mentor = column === NOBODY || plan.mentor[row] === column ? "" : people.mentors[column][0]
    this.#model.set("chosen", [people.mentees[row][0], mentor])
    this.#model.save_changes()
    setTimeout(() => showCard(this.#model.get("card_in")), 250)
  }

  /** A name anywhere on the page leads to the card: of a mentee, or of a mentor beside a mentee. */
  #leadTo(person, beside) {
    const { people, plan } = this.#now
    const place = (side, one) => people[side].findIndex(([id]) => id === one)
    const mentee = place("mentees", beside || person)
    const mentor = beside || mentee === NOBODY ? place("mentors", person) : NOBODY
    const row = mentee === NOBODY ? plan.leads[mentor] ?? NOBODY : mentee
    if (row === NOBODY) return
    this.#choose(row, mentor)
    this.#follow()
  }

  /** Traits arrive one by one, in any order; those of one message are drawn together, once. */
  #ask() {
    cancelAnimationFrame(this.#asked)
    this.#asked = requestAnimationFrame(() => { this.#take(); this.#draw() })
  }

  /** Take what has arrived; while it does not fit together, what was shown stays. */
  #take() {
    const before = this.#now
    this.#now = arrived(this.#model) ?? before
    const { words, people, plan } = this.#now
    if (words !== before.words || people !== before.people) this.#build()
    if (plan !== before.plan && before !== NOTHING) this.#list.mark(plan.filters.changed)
  }

  #build() {
    const { words, people } = this.#now
    this.#el.hidden = !people.mentees.length && !people.mentors.length
    say(this.#title, words.title)
    say(this.#hint, words.hint)
    this.#pick.setAttribute("aria-label", words.shown_as)
    for (const tab of this.#tabs) say(tab, words[tab.dataset.view])
    this.#list.build(this.#now)
    this.#map.build(this.#now)
  }

  #draw() {
    this.#list.draw()
    this.#map.draw()
  }

  #show(name) {
    for (const tab of this.#tabs) tab.setAttribute("aria-pressed", String(tab.dataset.view === name))
    for (const [key, view] of Object.entries(this.#views)) view.el.classList.toggle("off", key !== name)
    this.#hint.hidden = name === "map"
    this.#views[name].draw()
    this.#model.set("view", name)
    this.#model.save_changes()
  }

  #follow() {
    const now = this.#read()
    this.#list.select(now)
    this.#map.select(now)
    this.#list.reveal(now.row)
  }
}

function render({ model, el }) {
  const board = new Board(model, el)
  return () => board.end()
}

export default { render }
