export default definePageConfig({
  navigationBarTitleText: '看望进展',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
