// What marimo leaves out for who does not see the page or uses no mouse: a main part, names, a way past the top.
{
  const NAMELESS = "marimo-file, marimo-radio, .mk-faulty marimo-text"
  const LONG = 30 // names that are found faster by typing than by scrolling
  const watched = new WeakSet()
  const skipLink = document.getElementById("mk-skip")
  const words = JSON.parse(skipLink.dataset.words)

  const plain = (markup) => new DOMParser().parseFromString(markup, "text/html").body.textContent.trim()

  function name(field) {
    const label = plain(JSON.parse(field.dataset.label) ?? "")
    for (const input of field.shadowRoot.querySelectorAll("input, [role=radiogroup]")) {
      if (label && input.ariaLabel !== label) input.ariaLabel = label
      const faulty = field.closest(".mk-faulty")
      const own = faulty?.querySelectorAll("p") ?? []
      if (faulty) fault(input, own.length ? own : faulty.closest(".mk-card").querySelectorAll(".mk-wrong"))
    }
  }

  // Above a long list stands a field: a part of a name leaves only who has it, and Enter takes the first.
  function ease(select) {
    if (select.options.length <= LONG || select.previousElementSibling?.matches(".mk-find")) return
    const find = document.createElement("input")
    const word = words[document.documentElement.lang].find
    Object.assign(find, { type: "search", className: "mk-find", placeholder: word, ariaLabel: word, autocomplete: "off" })
    find.addEventListener("input", () => narrow(select, find.value))
    find.addEventListener("keydown", (event) => event.key === "Enter" && take(event, select))
    select.before(find)
  }

  // Not every browser leaves out what is hidden, so that it cannot be chosen either.
  function narrow(select, typed) {
    const wanted = typed.trim().toLowerCase()
    for (const [place, one] of [...select.options].entries())
      one.hidden = one.disabled = place > 0 && !one.text.toLowerCase().includes(wanted)
  }

  function take(event, select) {
    event.preventDefault()
    const first = [...select.options].find((one, place) => place > 0 && !one.hidden)
    if (!first || !event.target.value.trim()) return
    select.value = first.value
    select.dispatchEvent(new Event("change", { bubbles: true }))
  }

  function* deep(root, selector) {
    yield* root.querySelectorAll(selector)
    for (const part of root.querySelectorAll("*")) if (part.shadowRoot) yield* deep(part.shadowRoot, selector)
  }

  // The sentence that says what is wrong stands outside of the field's own tree, where no id leads.
  function fault(input, why) {
    input.ariaInvalid = String(why.length > 0)
    if ("ariaDescribedByElements" in input) input.ariaDescribedByElements = why.length ? [...why] : null
    else input.ariaDescription = [...why].map((line) => line.textContent).join(" ") || null
  }

  // The field that an outcome is about is wrong for who does not see how it is marked, too.
  function mark(form) {
    for (const field of deep(form, ".mk-field")) {
      const isWrong = field.dataset.field === form.dataset.lacks
      const why = isWrong ? form.querySelectorAll(":scope > .mk-outcome") : []
      for (const input of deep(field, "input, select, textarea")) fault(input, why)
    }
    for (const select of deep(form, "select")) ease(select)
  }

  function watch(field) {
    if (!watched.has(field)) {
      watched.add(field)
      new MutationObserver(() => name(field)).observe(field.shadowRoot, { childList: true, subtree: true })
    }
    name(field)
  }

  // The page can change its language without being loaded again.
  function translate() {
    const lang = new URLSearchParams(location.search).get("lang")
    if (!(lang in words) || skipLink.textContent === words[lang].skip) return
    document.documentElement.lang = lang
    document.title = words[lang].title
    skipLink.textContent = words[lang].skip
  }

  function mend() {
    translate()
    document.getElementById("App")?.setAttribute("role", "main")
    document.querySelectorAll("[data-lacks]").forEach(mark)
    for (const list of document.querySelectorAll("marimo-dropdown")) list.shadowRoot?.querySelectorAll("select").forEach(ease)
    document.querySelectorAll(NAMELESS).forEach((field) => field.shadowRoot && watch(field))
  }

  function reach(event) {
    const field = event.composedPath()[0]
    if (field instanceof HTMLSelectElement) ease(field)
  }

  function skip(event) {
    event.preventDefault()
    const part = (cell) => document.querySelector(`[data-cell-name="${cell}"]`)
    const place = part("pairs") ?? part("first")
    place?.focus()
  }

  skipLink.addEventListener("click", skip)
  addEventListener("focusin", reach)
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true })
}
