export default definePageConfig({
  navigationBarTitleText: '银龄驿',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
