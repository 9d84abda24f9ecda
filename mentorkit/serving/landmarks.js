// What marimo leaves out for who does not see the page or uses no mouse: a main part, names, a way past the top.
{
  const NAMELESS = "marimo-file, marimo-radio, .mk-faulty marimo-text"
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
    document.querySelectorAll(NAMELESS).forEach((field) => field.shadowRoot && watch(field))
  }

  function skip(event) {
    event.preventDefault()
    const part = (cell) => document.querySelector(`[data-cell-name="${cell}"]`)
    const place = part("pairs") ?? part("first")
    place?.focus()
  }

  skipLink.addEventListener("click", skip)
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true })
}
