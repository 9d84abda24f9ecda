// The map of the board: a square per possible pair, drawn at one dot each and then made larger.
// One text with board.js, which says what is shared.

class PairMap {
  static #forbidden = 255
  static #ink = "#1b1f24"
  static #attention = "#d55e00"
  static #steps = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }
  static #shades = Array.from({ length: 101 }, (_, points) => {
    const part = points / 100
    return [[240, 0], [246, 84], [251, 140]].map(([light, dark]) => Math.round(light + (dark - light) * part))
  })

  #base = make("canvas")
  #over = make("canvas")
  #tip = make(BOX, { class: "tip", hidden: "" })
  #field = make(BOX, { class: "field", tabindex: "0", role: "application" }, this.#base, this.#over, this.#tip)
  #hint = make("p", { class: "quiet" })
  #legend = make("p", { class: "legend" })
  #spoken = make("p", { class: "unseen", role: "status" })
  el = make(BOX, { class: "map off" }, this.#hint, this.#field, this.#legend, this.#spoken)

  #size = [1, 1]
  #at = [0, 0]
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
    if (this.#isOff()) return
    const now = this.#read()
    this.#fit(now)
    const [across, down] = this.#size
    const pen = this.#base.getContext("2d")
    const [wide, high] = [now.width * across, now.people.rows.length * down]
    pen.fillStyle = this.#hatch(pen)
    pen.fillRect(0, 0, wide, high)
    pen.imageSmoothingEnabled = false
    pen.drawImage(this.#dots(now), 0, 0, wide, high)
    this.#outline(pen, now)
    this.select(now)
  }

  #fit({ people, width }) {
    const height = people.rows.length
    const across = Math.max(2, Math.min(18, Math.floor((this.el.clientWidth || 800) / Math.max(1, width))))
    const down = Math.max(3, Math.min(14, Math.floor(460 / Math.max(1, height))))
    this.#size = [across, down]
    for (const canvas of [this.#base, this.#over]) {
      const [wide, high] = [width * across, height * down]
      const sharp = window.devicePixelRatio || 1
      canvas.width = Math.max(1, Math.round(wide * sharp))
      canvas.height = Math.max(1, Math.round(high * sharp))
      canvas.style.width = `${wide}px`
      canvas.style.height = `${high}px`
      canvas.getContext("2d").setTransform(sharp, 0, 0, sharp, 0, 0)
    }
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
    pen.clearRect(0, 0, this.#over.width, this.#over.height)
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
    const [left, top] = [this.#at[0] * across, this.#at[1] * down + down + 6]
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
    return [Math.floor((clientX - box.left) / across), Math.floor((clientY - box.top) / down)]
  }

  #open() {
    this.#choose(...this.#pair(this.#read()))
    this.select(this.#read())
  }

  #press(event) {
    const step = PairMap.#steps[event.key]
    if (step) say(this.#spoken, this.#point(this.#at.map((one, axis) => one + step[axis])))
    else if (opens(event)) this.#open()
    else return
    event.preventDefault()
  }
}
