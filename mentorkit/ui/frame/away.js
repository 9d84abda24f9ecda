export default {
  render({ model }) {
    model.on("change:to", () => window.location.assign(model.get("to")))
  },
}
