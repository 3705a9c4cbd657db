export default definePageConfig({
  navigationBarTitleText: '不开门的日子',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
