// The map of the board: a square per possible pair, drawn at one dot each and then made larger.
// One text with board.js, which says what is shared.

class PairMap {
  static #forbidden = 255
  static #ink = "#1b1f24"
  static #attention = "#d55e00"
  static #legible = 12 // dots a line needs to have a name beside it
  static #margin = 130 // dots for names
  static #steps = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }
  static #shades = Array.from({ length: 101 }, (_, points) => {
    const part = points / 100
    return [[240, 0], [246, 84], [251, 140]].map(([light, dark]) => Math.round(light + (dark - light) * part))
  })

  #base = make("canvas")
  #over = make("canvas")
  #tip = make(BOX, { class: "tip", hidden: "" })
  #field = make(BOX, { class: "field", tabindex: "0", role: "application" }, this.#base, this.#over, this.#tip)
  #box = make(BOX, { class: "box" }, this.#field)
  #hint = make("p", { class: "quiet" })
  #legend = make("p", { class: "legend" })
  #spoken = make("p", { class: "unseen", role: "status" })
  el = make(BOX, { class: "map off" }, this.#hint, this.#box, this.#legend, this.#spoken)

  #size = [1, 1]
  #at = [0, 0]
  #edge = [0, 0]
  #placeOf = []
  #read
  #choose

  constructor(read, choose) {
    this.#read = read
    this.#choose = choose
    this.#field.addEventListener("pointermove", event => this.#point(this.#under(event)))
    this.#field.addEventListener("pointerleave", () => this.#leave())
    this.#field.addEventListener("blur", () => this.#leave())
    this.#field.addEventListener("click", event => { this.#point(this.#under(event)); this.#open() })
    this.#field.addEventListener("keydown", event => this.#press(event))
  }

  build({ words }) {
    say(this.#hint, words.map_hint)
    this.#field.setAttribute("aria-label", words.map)
    const swatches = ["few", "many", "not_allowed", "in_plan"]
    this.#legend.replaceChildren(...swatches.map(key => make("span", {}, make("i", { class: key }), words[key])))
  }

  #isOff() {
    return this.el.classList.contains("off")
  }

  draw() {
    const now = this.#read()
    if (this.#isOff() || !now.heat.length) return
    this.#fit(now)
    const [across, down] = this.#size
    const pen = this.#base.getContext("2d")
    const [wide, high] = [now.width * across, now.people.rows.length * down]
    this.#call(pen, now)
    pen.fillStyle = this.#hatch(pen)
    pen.fillRect(0, 0, wide, high)
    pen.imageSmoothingEnabled = false
    pen.drawImage(this.#dots(now), 0, 0, wide, high)
    this.#outline(pen, now)
    this.select(now)
  }

  #fit({ people, width }) {
    const edge = dots => (dots < PairMap.#legible ? 0 : PairMap.#margin)
    const down = Math.max(3, Math.min(14, Math.floor(560 / Math.max(1, people.rows.length))))
    const room = (this.el.clientWidth || 800) - edge(down)
    const across = Math.max(3, Math.min(18, Math.floor(room / Math.max(1, width))))
    this.#size = [across, down]
    this.#edge = [edge(down), edge(across)]
    for (const canvas of [this.#base, this.#over]) {
      const [wide, high] = [width * across + this.#edge[0], people.rows.length * down + this.#edge[1]]
      const sharp = window.devicePixelRatio || 1
      canvas.width = Math.max(1, Math.round(wide * sharp))
      canvas.height = Math.max(1, Math.round(high * sharp))
      canvas.style.width = `${wide}px`
      canvas.style.height = `${high}px`
      canvas.getContext("2d").setTransform(sharp, 0, 0, sharp, ...this.#edge.map(one => one * sharp))
    }
  }

  /** Names beside the rows and above the columns, where there is room for them. */
  #call(pen, { people, name }) {
    const [[left, top], [across, down]] = [this.#edge, this.#size]
    pen.font = "11px system-ui, sans-serif"
    pen.fillStyle = PairMap.#ink
    pen.textBaseline = "middle"
    const write = text => pen.fillText(text, 4, 0, PairMap.#margin - 8)
    people.rows.forEach((row, place) => {
      if (left) this.#turned(pen, [-left, (place + 0.5) * down], 0, () => write(name("mentees", row)))
    })
    people.columns.forEach((column, place) => {
      if (top) this.#turned(pen, [(place + 0.5) * across, 0], -Math.PI / 2, () => write(name("mentors", column)))
    })
  }

  /** Draw at a place, turned. */
  #turned(pen, [left, top], angle, draw) {
    pen.save()
    pen.translate(left, top)
    pen.rotate(angle)
    draw()
    pen.restore()
  }

  #dots({ people, heat, width }) {
    const image = new ImageData(Math.max(1, width), Math.max(1, people.rows.length))
    let dot = 0
    for (const row of people.rows) {
      for (const column of people.columns) {
        const points = heat[row * width + column]
        if (points !== PairMap.#forbidden) {
          image.data.set(PairMap.#shades[points] ?? PairMap.#shades[0], dot)
          image.data[dot + 3] = 255
        }
        dot += 4
      }
    }
    const small = new OffscreenCanvas(image.width, image.height)
    small.getContext("2d").putImageData(image, 0, 0)
    return small
  }

  #hatch(pen) {
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

  /** The pairs of the plan, with a light line around the dark one where there is room for it. */
  #outline(pen, { people, plan }) {
    const [across, down] = this.#size
    this.#placeOf = []
    people.columns.forEach((column, place) => { this.#placeOf[column] = place })
    for (const [colour, line] of [["#ffffff", 3], [PairMap.#ink, 1.5]]) {
      if (line === 3 && across < 6) continue
      pen.strokeStyle = colour
      pen.lineWidth = line
      people.rows.forEach((row, place) => {
        const column = plan.mentor[row]
        if (column !== NOBODY) pen.strokeRect(this.#placeOf[column] * across, place * down, across, down)
      })
    }
  }

  /** The chosen pair and the one pointed at, on the sheet above the squares. */
  select({ people, row, column }) {
    if (this.#isOff()) return
    const [across, down] = this.#size
    const pen = this.#over.getContext("2d")
    pen.clearRect(...this.#edge.map(one => -one), this.#over.width, this.#over.height)
    pen.strokeStyle = PairMap.#attention
    pen.lineWidth = 3
    const place = people.rows.indexOf(row)
    if (place >= 0 && column !== NOBODY)
      pen.strokeRect(this.#placeOf[column] * across - 1, place * down - 1, across + 2, down + 2)
    if (this.#tip.hidden) return
    const [left, top] = this.#at
    pen.strokeStyle = PairMap.#ink
    pen.lineWidth = 1
    pen.strokeRect(0.5, top * down - 0.5, people.columns.length * across, down + 1)
    pen.strokeRect(left * across - 0.5, 0.5, across + 1, people.rows.length * down)
  }

  /** The row and the column pointed at. */
  #pair({ people }) {
    return [people.rows[this.#at[1]], people.columns[this.#at[0]]]
  }

  #told(now) {
    const { words, plan, heat, width, name } = now
    const [row, column] = this.#pair(now)
    const points = heat[row * width + column]
    const values = { mentee: name("mentees", row), mentor: name("mentors", column), points }
    const text = filled(points === PairMap.#forbidden ? words.forbidden : words.pair, values)
    return plan.mentor[row] === column ? `${text} · ${words.proposed}` : text
  }

  #point([left, top]) {
    const now = this.#read()
    if (!now.heat.length) return ""
    this.#at = [
      Math.max(0, Math.min(now.people.columns.length - 1, left)),
      Math.max(0, Math.min(now.people.rows.length - 1, top)),
    ]
    const text = this.#told(now)
    say(this.#tip, text)
    this.#tip.hidden = false
    this.#put()
    this.select(now)
    return text
  }

  /** What is told stands under the square, on the side where there is room. */
  #put() {
    const [across, down] = this.#size
    const left = this.#at[0] * across + this.#edge[0]
    const top = this.#at[1] * down + down + 6 + this.#edge[1]
    const isRight = left > this.#base.clientWidth / 2
    this.#tip.style.left = isRight ? "" : `${left}px`
    this.#tip.style.right = isRight ? `${this.#field.clientWidth - left - across}px` : ""
    this.#tip.style.top = `${top}px`
  }

  #leave() {
    this.#tip.hidden = true
    this.select(this.#read())
  }

  #under({ clientX, clientY }) {
    const box = this.#base.getBoundingClientRect()
    const [across, down] = this.#size
    const [left, top] = [clientX - box.left - this.#edge[0], clientY - box.top - this.#edge[1]]
    return [Math.floor(left / across), Math.floor(top / down)]
  }

  #open() {
    this.#choose(...this.#pair(this.#read()))
    this.select(this.#read())
  }

  /** Point at the square beside, in words and in sight. */
  #go(step) {
    say(this.#spoken, this.#point(this.#at.map((one, axis) => one + step[axis])))
    this.#tip.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  #press(event) {
    const step = PairMap.#steps[event.key]
    if (step) this.#go(step)
    else if (opens(event)) this.#open()
    else return
    event.preventDefault()
  }
}
