export default definePageConfig({
  navigationBarTitleText: '银龄驿',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
