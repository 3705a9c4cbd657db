export default definePageConfig({
  navigationBarTitleText: '供餐安排',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
