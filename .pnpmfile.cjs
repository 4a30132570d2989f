// The API reference is one finished script of this package; what it was built from need not be installed (some 200 packages).
module.exports = {
  hooks: {
    readPackage: (pkg) => (pkg.name === '@scalar/api-reference' ? { ...pkg, dependencies: {} } : pkg),
  },
}
