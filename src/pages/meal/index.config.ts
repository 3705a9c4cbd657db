export default definePageConfig({
  navigationBarTitleText: '订餐',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
