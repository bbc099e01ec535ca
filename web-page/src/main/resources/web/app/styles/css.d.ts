/** The bundler takes style sheets of the whole page out of the scripts. */
declare module "*.css";
