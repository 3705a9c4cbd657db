export default definePageConfig({
  navigationBarTitleText: '今天的订单',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
