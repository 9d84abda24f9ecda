// The board: a list of mentees with their mentors, and a map of every possible pair.
// Every word comes from Python, already in the reader's language. Names are only ever text.

// The page around it has rules for every `div` that look at what is inside: a change in one of two
// thousand would be a change of all. Boxes of another kind cost nothing.
const BOX = "section"
const FORBIDDEN = 255
const NOBODY = -1
const MARKED_FOR = 6000 // milliseconds that a change stays marked
const COLUMNS = ["mentee", "mentor", "points", "sure", "status", "look"]
const INK = "#1b1f24"
const ATTENTION = "#d55e00"

function make(tag, attributes = {}, ...children) {
  const one = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value)
  one.append(...children)
  return one
}

const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name])

function say(place, text) {
  if (place.textContent !== text) place.textContent = text
}

/** Writing what stands there already would still make the browser lay out the line again. */
function set(one, name, value) {
  if (one.getAttribute(name) !== value) one.setAttribute(name, value)
}

/** What both views read: the traits of the widget, with a few look-ups beside them. */
function readings(model) {
  const [words, people, plan] = ["words", "people", "plan"].map(name => model.get(name))
  const bytes = model.get("heat")
  const heat = new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, bytes.byteLength)
  const name = (side, place) => (place === NOBODY ? "" : people[side][place][1])
  const [mentee, mentor] = model.get("chosen")
  const row = people.mentees.findIndex(([id]) => id === mentee)
  const column = mentor ? people.mentors.findIndex(([id]) => id === mentor) : (plan.mentor[row] ?? NOBODY)
  return { words, people, plan, heat, row, column, name, width: people.mentors.length }
}

/** Tell Python which pair she wants to see; without a mentor it is the mentee's own pair. */
function choose(model, row, column) {
  const { people, plan } = readings(model)
  const mentor = column === NOBODY || plan.mentor[row] === column ? "" : people.mentors[column][0]
  model.set("chosen", [people.mentees[row][0], mentor])
  model.save_changes()
  setTimeout(() => showCard(model.get("card_in")), 250)
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

/** The list: one line per mentee, filtered and sorted here, worked with the arrow keys. */
function listOf(model, id) {
  const chips = make(BOX, { role: "group", class: "chips" })
  const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false" })
  const sort = make("select")
  const [searchLabel, sortLabel] = [make("label"), make("label")]
  const tools = make(BOX, { class: "tools" }, searchLabel, sortLabel)
  const head = make(BOX, { role: "row", class: "line head" })
  const body = make(BOX, { role: "rowgroup" })
  const grid = make(BOX, { role: "grid", tabindex: "0", class: "grid" },
    make(BOX, { role: "rowgroup", class: "top" }, head), body)
  const count = make("p", { class: "quiet", role: "status" })
  const el = make(BOX, { class: "list" }, chips, tools, grid, count)
  let filter = "all"
  let lines = []
  let active = NOBODY
  let marked = new Set()
  let timer = 0

  function build({ words, people }) {
    chips.setAttribute("aria-label", words.show)
    chips.replaceChildren(...words.filters.map(([key, word]) => {
      const chip = make("button", { type: "button", "data-filter": key }, word, make("span", { class: "count" }))
      chip.addEventListener("click", () => { filter = key; draw() })
      return chip
    }))
    searchLabel.replaceChildren(words.search, search)
    sort.replaceChildren(...words.sorts.map(([key, word]) => make("option", { value: key }, word)))
    sortLabel.replaceChildren(words.sort, sort)
    grid.setAttribute("aria-label", words.title)
    head.replaceChildren(...COLUMNS.map(key => make(BOX, { role: "columnheader", class: key }, words[key])))
    lines = people.mentees.map((_, row) => {
      const cells = Object.fromEntries(COLUMNS.map(key => [key, make(BOX, { role: "gridcell", class: key })]))
      cells.points.append(make("span", { class: "number" }), make("span", { class: "bar" }, make("i")))
      cells.mentor.append(make("span"), make("span", { class: "mark" }))
      const el = make(BOX, { role: "row", class: "line", id: `${id}-${row}` }, ...Object.values(cells))
      el.addEventListener("click", () => open(row))
      return { el, cells, row }
    })
    body.replaceChildren(...lines.map(line => line.el))
    active = Math.min(active, lines.length - 1)
  }

  function write(line, { words, plan, name }) {
    const { cells, row } = line
    const mentor = plan.mentor[row]
    line.mentee = name("mentees", row)
    line.mentor = mentor === NOBODY ? words.nobody : name("mentors", mentor)
    line.points = plan.points[row]
    say(cells.mentee, line.mentee)
    say(cells.mentor.firstChild, line.mentor)
    cells.mentor.firstChild.classList.toggle("nobody", mentor === NOBODY)
    const isMarked = marked.has(row)
    say(cells.mentor.lastChild, isMarked ? words.changed : "")
    line.el.classList.toggle("changed", isMarked)
    say(cells.points.firstChild, line.points === NOBODY ? "–" : String(line.points))
    set(cells.points.lastChild.firstChild, "style", `width: ${Math.max(0, line.points)}%`)
    for (const key of ["sure", "status", "look"]) say(cells[key], plan[key][row] ?? "")
  }

  const collator = new Intl.Collator("nl")
  const orders = {
    points: (a, b) => a.points - b.points || collator.compare(a.mentee, b.mentee),
    mentee: (a, b) => collator.compare(a.mentee, b.mentee),
    mentor: (a, b) => collator.compare(a.mentor, b.mentor) || collator.compare(a.mentee, b.mentee),
  }

  /** Which lines are shown, in order; only lines that stand wrong are moved. */
  function arrange({ plan }) {
    const wanted = search.value.trim().toLowerCase()
    const rows = filter === "all" ? null : new Set(plan.filters[filter])
    const sorted = [...lines].sort(orders[sort.value] ?? orders.points)
    let next = body.firstChild
    for (const { el, row, mentee, mentor } of sorted) {
      const isNamed = !wanted || mentee.toLowerCase().includes(wanted) || mentor.toLowerCase().includes(wanted)
      const isHidden = !isNamed || (rows !== null && !rows.has(row))
      if (el.hidden !== isHidden) el.hidden = isHidden
      if (el === next) next = next.nextSibling
      else body.insertBefore(el, next)
    }
    lines = sorted
  }

  function draw() {
    const now = readings(model)
    const before = place(now.row)
    for (const line of lines) write(line, now)
    arrange(now)
    for (const chip of chips.children) {
      const key = chip.dataset.filter
      set(chip, "aria-pressed", String(key === filter))
      say(chip.lastChild, String(key === "all" ? lines.length : now.plan.filters[key].length))
    }
    grid.classList.toggle("sureless", !now.plan.sure.length)
    const shown = lines.filter(line => !line.el.hidden).length
    say(count, shown === lines.length ? "" : shown ? filled(now.words.some, { shown, all: lines.length }) : now.words.none)
    set(grid, "aria-rowcount", String(shown + 1))
    select(now)
    const after = place(now.row)
    if (before !== null && after !== null) grid.scrollTop += after - before
  }

  /** Where the chosen line stands, when it is in sight: it stays there while others move. */
  function place(row) {
    const el = lines.find(line => line.row === row)?.el
    if (!el || el.hidden) return null
    const top = el.offsetTop
    return top + el.offsetHeight < grid.scrollTop || top > grid.scrollTop + grid.clientHeight ? null : top
  }

  function select({ row }) {
    for (const line of lines) set(line.el, "aria-selected", String(line.row === row))
    point(active === NOBODY ? row : active)
  }

  function point(row) {
    active = row
    for (const line of lines) line.el.classList.toggle("active", line.row === row)
    const el = lines.find(line => line.row === row)?.el
    if (el && !el.hidden) set(grid, "aria-activedescendant", el.id)
    else grid.removeAttribute("aria-activedescendant")
    return el
  }

  function open(row) {
    point(row)
    choose(model, row, NOBODY)
    select(readings(model))
  }

  function bring(el) {
    const top = el.offsetTop - head.offsetHeight
    if (top < grid.scrollTop) grid.scrollTop = top
    else if (el.offsetTop + el.offsetHeight > grid.scrollTop + grid.clientHeight)
      grid.scrollTop = el.offsetTop + el.offsetHeight - grid.clientHeight
  }

  const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }
  grid.addEventListener("keydown", event => {
    const shown = lines.filter(line => !line.el.hidden)
    const at = shown.findIndex(line => line.row === active)
    if (event.key in STEPS && shown.length) {
      const to = at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + STEPS[event.key]))
      bring(point(shown[to].row))
    } else if ((event.key === "Enter" || event.key === " ") && at >= 0) open(active)
    else return
    event.preventDefault()
  })
  search.addEventListener("input", draw)
  sort.addEventListener("change", draw)

  function mark() {
    marked = new Set(model.get("plan").filters.changed)
    clearTimeout(timer)
    timer = setTimeout(() => { marked = new Set(); draw() }, MARKED_FOR)
  }

  function reveal(row) {
    const el = point(row)
    if (el && !el.hidden) bring(el)
  }

  return { el, build, draw, mark, reveal, select, end: () => clearTimeout(timer) }
}

const SHADES = Array.from({ length: 101 }, (_, points) => {
  const part = points / 100
  return [[240, 0], [246, 84], [251, 140]].map(([light, dark]) => Math.round(light + (dark - light) * part))
})

/** The map: a square per possible pair, drawn at one dot each and then made larger. */
function mapOf(model) {
  const [base, over] = [make("canvas"), make("canvas")]
  const tip = make(BOX, { class: "tip", hidden: "" })
  const field = make(BOX, { class: "field", tabindex: "0", role: "application" }, base, over, tip)
  const [hint, legend] = [make("p", { class: "quiet" }), make("p", { class: "legend" })]
  const spoken = make("p", { class: "unseen", role: "status" })
  const el = make(BOX, { class: "map off" }, hint, field, legend, spoken)
  let size = [1, 1]
  let at = [0, 0]
  let placeOf = []
  const isOff = () => el.classList.contains("off")

  function build({ words }) {
    say(hint, words.map_hint)
    field.setAttribute("aria-label", words.map)
    const swatches = ["few", "many", "not_allowed", "in_plan"]
    legend.replaceChildren(...swatches.map(key => make("span", {}, make("i", { class: key }), words[key])))
  }

  function fit({ people, width }) {
    const height = people.rows.length
    const across = Math.max(2, Math.min(18, Math.floor((el.clientWidth || 800) / Math.max(1, width))))
    const down = Math.max(3, Math.min(14, Math.floor(460 / Math.max(1, height))))
    size = [across, down]
    for (const canvas of [base, over]) {
      const [wide, high] = [width * across, height * down]
      const sharp = window.devicePixelRatio || 1
      canvas.width = Math.max(1, Math.round(wide * sharp))
      canvas.height = Math.max(1, Math.round(high * sharp))
      canvas.style.width = `${wide}px`
      canvas.style.height = `${high}px`
      canvas.getContext("2d").setTransform(sharp, 0, 0, sharp, 0, 0)
    }
  }

  function dots({ people, heat, width }) {
    const image = new ImageData(Math.max(1, width), Math.max(1, people.rows.length))
    let dot = 0
    for (const row of people.rows) {
      for (const column of people.columns) {
        const points = heat[row * width + column]
        if (points !== FORBIDDEN) {
          image.data.set(SHADES[points] ?? SHADES[0], dot)
          image.data[dot + 3] = 255
        }
        dot += 4
      }
    }
    const small = new OffscreenCanvas(image.width, image.height)
    small.getContext("2d").putImageData(image, 0, 0)
    return small
  }

  function hatch(pen) {
    const tile = new OffscreenCanvas(6, 6)
    const line = tile.getContext("2d")
    line.fillStyle = "#ffffff"
    line.fillRect(0, 0, 6, 6)
    line.strokeStyle = "#c3cad2"
    for (const shift of [-6, 0, 6]) {
      line.moveTo(shift, 6)
      line.lineTo(shift + 6, 0)
    }
    line.stroke()
    return pen.createPattern(tile, "repeat")
  }

  function draw() {
    if (isOff()) return
    const now = readings(model)
    fit(now)
    const [across, down] = size
    const pen = base.getContext("2d")
    const [wide, high] = [now.width * across, now.people.rows.length * down]
    pen.fillStyle = hatch(pen)
    pen.fillRect(0, 0, wide, high)
    pen.imageSmoothingEnabled = false
    pen.drawImage(dots(now), 0, 0, wide, high)
    placeOf = []
    now.people.columns.forEach((column, place) => { placeOf[column] = place })
    for (const [colour, line] of [["#ffffff", 3], [INK, 1.5]]) {
      if (line === 3 && across < 6) continue
      pen.strokeStyle = colour
      pen.lineWidth = line
      now.people.rows.forEach((row, place) => {
        const column = now.plan.mentor[row]
        if (column !== NOBODY) pen.strokeRect(placeOf[column] * across, place * down, across, down)
      })
    }
    select(now)
  }

  /** The chosen pair and the one she points at, on the sheet above the squares. */
  function select({ people, row, column }) {
    if (isOff()) return
    const [across, down] = size
    const pen = over.getContext("2d")
    pen.clearRect(0, 0, over.width, over.height)
    pen.strokeStyle = ATTENTION
    pen.lineWidth = 3
    const place = people.rows.indexOf(row)
    if (place >= 0 && column !== NOBODY)
      pen.strokeRect(placeOf[column] * across - 1, place * down - 1, across + 2, down + 2)
    if (tip.hidden) return
    pen.strokeStyle = INK
    pen.lineWidth = 1
    pen.strokeRect(0.5, at[1] * down - 0.5, people.columns.length * across, down + 1)
    pen.strokeRect(at[0] * across - 0.5, 0.5, across + 1, people.rows.length * down)
  }

  function told({ words, people, plan, heat, width, name }) {
    const [row, column] = [people.rows[at[1]], people.columns[at[0]]]
    const points = heat[row * width + column]
    const values = { mentee: name("mentees", row), mentor: name("mentors", column), points }
    const text = filled(points === FORBIDDEN ? words.forbidden : words.pair, values)
    return plan.mentor[row] === column ? `${text} · ${words.proposed}` : text
  }

  function point(place) {
    const now = readings(model)
    at = [
      Math.max(0, Math.min(now.people.columns.length - 1, place[0])),
      Math.max(0, Math.min(now.people.rows.length - 1, place[1])),
    ]
    const text = told(now)
    say(tip, text)
    tip.hidden = false
    const [left, top] = [at[0] * size[0], at[1] * size[1] + size[1] + 6]
    const isRight = left > base.clientWidth / 2
    tip.style.left = isRight ? "" : `${left}px`
    tip.style.right = isRight ? `${field.clientWidth - left - size[0]}px` : ""
    tip.style.top = `${top}px`
    select(now)
    return text
  }

  function leave() {
    tip.hidden = true
    select(readings(model))
  }

  function under(event) {
    const box = base.getBoundingClientRect()
    return [Math.floor((event.clientX - box.left) / size[0]), Math.floor((event.clientY - box.top) / size[1])]
  }

  function open() {
    const { people } = readings(model)
    choose(model, people.rows[at[1]], people.columns[at[0]])
    select(readings(model))
  }

  field.addEventListener("pointermove", event => point(under(event)))
  field.addEventListener("pointerleave", leave)
  field.addEventListener("blur", leave)
  field.addEventListener("click", event => { point(under(event)); open() })
  const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }
  field.addEventListener("keydown", event => {
    if (event.key in STEPS) say(spoken, point(at.map((one, axis) => one + STEPS[event.key][axis])))
    else if (event.key === "Enter" || event.key === " ") open()
    else return
    event.preventDefault()
  })
  return { el, build, draw, select }
}

function render({ model, el }) {
  const id = `board-${Math.random().toString(36).slice(2)}`
  const list = listOf(model, id)
  const map = mapOf(model)
  const [title, hint] = [make("h2"), make("p", { class: "quiet" })]
  const shown = { list, map }
  const tabs = Object.keys(shown).map(key => make("button", { type: "button", "data-view": key }))
  const pick = make(BOX, { role: "group", class: "views" }, ...tabs)
  const board = make("section", { class: "board" }, make(BOX, { class: "first" }, title, pick), hint, list.el, map.el)
  let asked = 0

  function show(name) {
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.view === name))
    for (const [key, view] of Object.entries(shown)) view.el.classList.toggle("off", key !== name)
    hint.hidden = name === "map"
    shown[name].draw()
  }

  function build() {
    const now = readings(model)
    board.hidden = !now.people.mentees.length && !now.people.mentors.length
    say(title, now.words.title)
    say(hint, now.words.hint)
    pick.setAttribute("aria-label", now.words.shown_as)
    for (const tab of tabs) say(tab, now.words[tab.dataset.view])
    list.build(now)
    map.build(now)
    draw()
  }

  // Several traits arrive in one message; they are drawn together, once.
  let mustBuild = false
  function draw() {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(() => {
      if (mustBuild) { mustBuild = false; build(); return }
      list.draw()
      map.draw()
    })
  }

  const onPeople = () => { mustBuild = true; draw() }
  const onPlan = () => { list.mark(); draw() }
  const onChosen = () => {
    const now = readings(model)
    list.select(now)
    map.select(now)
    list.reveal(now.row)
  }
  const heard = [["words", onPeople], ["people", onPeople], ["plan", onPlan], ["heat", draw], ["chosen", onChosen]]
  for (const [name, react] of heard) model.on(`change:${name}`, react)
  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.view))
  const watch = new ResizeObserver(() => { map.draw() })
  watch.observe(board)
  el.append(board)
  build()
  show("list")
  return () => {
    watch.disconnect()
    cancelAnimationFrame(asked)
    list.end()
    for (const [name, react] of heard) model.off(`change:${name}`, react)
  }
}

export default { render }
