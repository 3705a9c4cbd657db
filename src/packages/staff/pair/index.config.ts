export default definePageConfig({
  navigationBarTitleText: '是不是同一位老人',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
