export default definePageConfig({
  navigationBarTitleText: '人员',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
