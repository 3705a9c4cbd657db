export default definePageConfig({
  navigationBarTitleText: '谁能替我办',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
