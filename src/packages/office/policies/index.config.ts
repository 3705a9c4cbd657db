export default definePageConfig({
  navigationBarTitleText: '政策',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
