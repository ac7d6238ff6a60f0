export { default as printedPagesStyle } from '../styles/printed-pages.css?url';
