// What marimo leaves out for who does not see the page or uses no mouse: a main part, names, a way past the top.
{
  const NAMELESS = "marimo-file, marimo-number"
  const watched = new WeakSet()
  const skipLink = document.getElementById("mk-skip")
  const words = JSON.parse(skipLink.dataset.words)

  const plain = (markup) => new DOMParser().parseFromString(markup, "text/html").body.textContent.trim()

  function name(field) {
    const label = plain(JSON.parse(field.dataset.label) ?? "")
    for (const input of field.shadowRoot.querySelectorAll("input")) {
      if (label && input.ariaLabel !== label) input.ariaLabel = label
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
