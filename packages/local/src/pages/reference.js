// Nothing is fetched but our own description: no fonts, no proxy, no telemetry.
Scalar.createApiReference('#reference', {
  url: '/openapi.json',
  withDefaultFonts: false,
  proxyUrl: '',
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  mcp: { disabled: true },
  agent: { disabled: true },
  defaultOpenAllTags: false,
  authentication: { preferredSecurityScheme: 'bearer' },
})
