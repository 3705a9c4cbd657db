export default definePageConfig({
  navigationBarTitleText: '写下见到的',
})
