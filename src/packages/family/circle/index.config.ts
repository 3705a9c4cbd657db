export default definePageConfig({
  navigationBarTitleText: '谁能替我办',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
