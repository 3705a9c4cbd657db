export default definePageConfig({
  navigationBarTitleText: '认定申请',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
