export default {
  render() {
    document.querySelector('[data-cell-name="top"]')?.scrollIntoView({ block: "start" })
  },
}
