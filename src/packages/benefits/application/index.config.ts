export default definePageConfig({
  navigationBarTitleText: '申请办到哪了',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
