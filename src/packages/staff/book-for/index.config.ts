export default definePageConfig({
  navigationBarTitleText: '帮人订餐',
})
