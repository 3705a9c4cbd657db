export default definePageConfig({
  navigationBarTitleText: '每月结算',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
