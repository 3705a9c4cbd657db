export default definePageConfig({
  navigationBarTitleText: '登记',
  enableShareAppMessage: true,
})
