// What takes a moment says so where it was pressed: words beside it until the page is at rest again.
{
  const AT_ONCE = 300
  const EVERY = 100
  const AT_REST = 3
  const NOTHING_CAME = 1000
  const MARGIN = 6
  const PRESSED = "button, a[download], select, [type=checkbox], [type=radio], [role=row]"
  const note = document.getElementById("mk-busy")
  let place = null
  let words = ""
  let since = 0
  let still = 0
  let timer = 0

  const isBusy = () => document.querySelector(".marimo-output-loading, .z-50.top-4.left-4.fixed > *")

  const hasBar = () => document.querySelector("marimo-progress")

  function stop() {
    clearInterval(timer)
    timer = 0
    note.hidden = true
    note.lastElementChild.textContent = ""
  }

  // Under what was pressed, or above it at the foot of the window; never beyond its edges.
  function show() {
    if (!note.hidden) return
    note.lastElementChild.textContent = words
    note.hidden = false
    const { width, height } = note.getBoundingClientRect()
    const below = place.bottom + MARGIN
    const top = below + height < innerHeight ? below : place.top - height - MARGIN
    note.style.top = `${Math.max(MARGIN, top)}px`
    note.style.left = `${Math.max(MARGIN, Math.min(place.left, innerWidth - width - MARGIN))}px`
  }

  function look() {
    const passed = performance.now() - since
    still = isBusy() ? 0 : still + 1
    if (still === 0 && passed > AT_ONCE && !hasBar()) show()
    if (still >= AT_REST && (!note.hidden || passed > NOTHING_CAME)) stop()
  }

  function hear(event) {
    const pressed = event.composedPath().find((one) => one.matches?.(PRESSED))
    if (!pressed) return
    words = JSON.parse(note.dataset.words)[document.documentElement.lang]
    place = pressed.getBoundingClientRect()
    stop()
    since = performance.now()
    still = 0
    timer = setInterval(look, EVERY)
  }

  for (const kind of ["click", "input"]) addEventListener(kind, hear, { capture: true })
}
