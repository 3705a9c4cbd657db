export default definePageConfig({
  navigationBarTitleText: '看申请',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
