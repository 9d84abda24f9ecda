// The tabs under the headline. The arrows go from one to the next, Enter or a click opens it.
// marimo's own tabs open the last one as soon as the keyboard comes to them.

const MOVES = { ArrowRight: 1, ArrowLeft: -1 }

function tab(key, label, open) {
  const one = document.createElement("button")
  one.textContent = label
  one.setAttribute("role", "tab")
  one.dataset.key = key
  one.addEventListener("click", () => open(key))
  return one
}

/** The keyboard comes to the open tab first, and leaves the others to the arrows. */
function mark(tabs, key) {
  for (const one of tabs) {
    one.setAttribute("aria-selected", String(one.dataset.key === key))
    one.tabIndex = one.dataset.key === key ? 0 : -1
  }
}

function move(tabs, event) {
  const by = MOVES[event.key]
  if (!by) return
  event.preventDefault()
  tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length].focus()
}

function listed(tabs, name) {
  const list = document.createElement("div")
  list.setAttribute("role", "tablist")
  list.setAttribute("aria-label", name)
  list.append(...tabs)
  list.addEventListener("keydown", event => move(tabs, event))
  return list
}

function render({ model, el }) {
  const open = key => {
    model.set("shown", key)
    model.save_changes()
    mark(tabs, key)
  }
  const tabs = Object.entries(model.get("labels")).map(([key, label]) => tab(key, label, open))
  /** A name leads to its card, which stands under the first tab. */
  const lead = event => event.composedPath().some(one => one.dataset?.person) && open(tabs[0].dataset.key)
  mark(tabs, model.get("shown"))
  el.append(listed(tabs, model.get("name")))
  document.addEventListener("click", lead)
  return () => document.removeEventListener("click", lead)
}

export default { render }
