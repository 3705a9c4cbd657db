export default definePageConfig({
  navigationBarTitleText: '这一餐',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
