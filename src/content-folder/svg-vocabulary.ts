// What a drawing may hold: names of SVG 2 and Filter Effects 1 that draw, animate or describe. A name that is not
// here is refused, for what it does is not known.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const svgNamespace = 'http://www.w3.org/2000/svg';
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** Namespaces in which editors keep notes for themselves; browsers do nothing with what stands in them. */
export const inertNamespaces = words(`
  http://creativecommons.org/ns# http://web.resource.org/cc/
  http://purl.org/dc/elements/1.1/ http://purl.org/dc/terms/
  http://www.w3.org/1999/02/22-rdf-syntax-ns# http://www.w3.org/2000/01/rdf-schema#
  http://www.inkscape.org/namespaces/inkscape http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd
  http://sodipodi.sourceforge.net/DTD/sodipodi-0.0.dtd
  http://ns.adobe.com/AdobeIllustrator/10.0/ http://ns.adobe.com/Extensibility/1.0/
  http://ns.adobe.com/Graphs/1.0/ http://ns.adobe.com/Variables/1.0/ http://ns.adobe.com/ImageReplacement/1.0/
  http://ns.adobe.com/SaveForWeb/1.0/ http://ns.adobe.com/GenericCustomNamespace/1.0/
  http://ns.adobe.com/XPath/1.0/ http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/
  http://ns.adobe.com/xap/1.0/ http://ns.adobe.com/xap/1.0/mm/ adobe:ns:meta/
  http://www.bohemiancoding.com/sketch/ns http://www.serif.com/ http://svgjs.com/svgjs http://svgjs.dev/svgjs
  https://boxy-svg.com http://www.vectornator.io http://xml.openoffice.org/svg/export
  http://www.w3.org/2000/svg/extensions http://vectorworks.com
`);

export const elements = words(`
  a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient
  marker mask metadata mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol
  text textPath title tspan use view
`);

/** Attributes that hold words or names, which no browser reads as CSS. */
export const plainAttributes = words(`
  class d id lang media points requiredExtensions requiredFeatures role systemLanguage tabindex target type
`);

/** Attributes whose values are read for functions, as CSS is. */
export const attributes = words(`
  accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency baseProfile
  baseline-shift begin bias by calcMode clip clip-path clip-rule clipPathUnits color color-interpolation
  color-interpolation-filters color-profile color-rendering contentScriptType contentStyleType cursor cx cy
  diffuseConstant direction display divisor dominant-baseline dur dx dy edgeMode elevation enable-background end
  exponent fill fill-opacity fill-rule filter filterRes filterUnits flood-color flood-opacity focusable font
  font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
  font-variant-caps font-variant-ligatures font-variant-numeric font-weight fr from fx fy
  glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits height
  image-rendering in in2 intercept isolation k1 k2 k3 k4 kerning kernelMatrix kernelUnitLength keyPoints
  keySplines keyTimes lengthAdjust letter-spacing lighting-color limitingConeAngle line-height marker
  marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits
  maskUnits max method min mix-blend-mode mode numOctaves offset opacity operator order orient overflow origin
  paint-order path pathLength patternContentUnits patternTransform patternUnits pointer-events pointsAtX
  pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY repeatCount repeatDur
  restart result rotate rx ry scale seed shape-rendering side slope solid-color solid-opacity spacing
  specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity
  stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width style surfaceScale tableValues targetX targetY text-align text-anchor text-decoration
  text-indent text-orientation text-overflow text-rendering text-transform textLength to transform
  transform-box transform-origin unicode-bidi values vector-effect version viewBox viewTarget visibility
  white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
`);

export const xlinkAttributes = words('actuate arcrole role show title type');
export const xmlAttributes = words('id lang space');

/** CSS functions that load nothing; also the selectors of style sheets that are written like functions. */
export const cssFunctions = words(`
  blur brightness calc circle clamp color color-mix contrast cubic-bezier drop-shadow ellipse grayscale hsl hsla
  hue-rotate hwb inset invert is lab lch light-dark linear-gradient matrix matrix3d max min not nth-child
  nth-last-child nth-last-of-type nth-of-type oklab oklch opacity path perspective polygon radial-gradient rgb
  rgba rotate rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew skewx skewy
  steps translate translate3d translatex translatey translatez var where
`);
