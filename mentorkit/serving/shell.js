// Around every page: words until it is drawn, and a calm screen for as long as mentorkit does not run.
{
  const EVERY = 2000
  const JUST_LOADED = 10000
  const wait = document.getElementById("mk-wait")
  const gone = document.getElementById("mk-gone")
  const fetchAsUsual = window.fetch.bind(window)
  let last = JSON.parse(gone.dataset.now)
  let isAsking = false
  const { run } = last

  const BESIDE = ["top", "presets", "weigh"].map((cell) => `[data-cell-name="${cell}"]`)
  const parts = () => [...document.querySelectorAll(`[data-cell-name]:not(${BESIDE})`)]
  const isDrawn = () => parts().some((part) => part.textContent.trim() || part.querySelector("marimo-progress"))
  const isCutOff = () => performance.now() > JUST_LOADED && document.querySelector("#App.disconnected")

  function waitUntilDrawn() {
    if (isDrawn()) wait.remove()
    else setTimeout(waitUntilDrawn, 100)
  }

  // Without a run nobody answered; with words only, this page is not let in any more.
  async function ask() {
    const asked = new URLSearchParams(location.search).get("lang") ?? ""
    try {
      const answer = await fetchAsUsual(`${gone.dataset.alive}?lang=${asked}`, { cache: "no-store" })
      return answer.status === 401 ? { again: await answer.text() } : await answer.json()
    } catch {
      return {}
    }
  }

  // The words come and go with the screen, so that no search on the page finds them.
  function show(words) {
    const isGone = words !== null
    for (const line of gone.querySelectorAll("[data-says]")) line.textContent = words?.[line.dataset.says] ?? ""
    if (gone.hidden !== isGone) return
    gone.hidden = !isGone
    document.getElementById("root").inert = isGone
    if (isGone) gone.focus()
  }

  async function look() {
    if (isAsking) return
    isAsking = true
    const now = await ask()
    isAsking = false
    if (now.run && (now.run !== run || isCutOff())) return location.reload()
    if (now.run) last = now
    show(now.run ? null : { ...last, ...now })
  }

  // What the page cannot send is the first sign.
  async function send(...asked) {
    try {
      return await fetchAsUsual(...asked)
    } catch (error) {
      look()
      throw error
    }
  }

  window.fetch = send
  addEventListener("visibilitychange", look)
  setInterval(look, EVERY)
  waitUntilDrawn()
  look()
}
