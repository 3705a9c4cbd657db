export default definePageConfig({
  navigationBarTitleText: '对不上的地方',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
