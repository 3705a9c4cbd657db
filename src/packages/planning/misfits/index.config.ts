export default definePageConfig({
  navigationBarTitleText: '对不上的订餐',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
