export default { site: 'https://dateline.example', trailingSlash: 'always', outDir: '_site' };
