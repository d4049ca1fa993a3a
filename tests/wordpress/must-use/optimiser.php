<?php
// What optimisers do to the scripts of a page, one after the other, for an address that asks for it: ?optimiser=deferred and so on.
const OPTIMISED = '~<script\b[^>]*\bsrc=([\'"])([^\'"]+)\1[^>]*></script>~';

add_action( 'template_redirect', fn() => isset( $_GET['optimiser'] ) && ob_start( 'optimised' ) );

function optimised( string $html ): string {
	preg_match_all( OPTIMISED, $html, $found );
	$without = preg_replace( OPTIMISED, '', $html );
	$sources = array_map( fn( $src ) => strtok( html_entity_decode( $src ), '?' ), $found[2] );
	switch ( $_GET['optimiser'] ) {
		case 'deferred': // Into the head, each as soon as it arrives.
			$tags = array_map( fn( $src ) => "<script async defer src=\"$src\"></script>", $sources );
			return str_replace( '</head>', implode( $tags ) . '</head>', $without );
		case 'combined': // One file in the cache's folder.
			$name = 'cache/' . md5( implode( $sources ) ) . '.js';
			wp_mkdir_p( WP_CONTENT_DIR . '/cache' );
			file_put_contents( WP_CONTENT_DIR . "/$name", implode( "\n;\n", array_map( 'optimised_source', $sources ) ) );
			return str_replace( '</body>', '<script defer src="' . content_url( $name ) . '"></script></body>', $without );
		case 'inlined': // Into the page itself.
			return str_replace( '</body>', '<script>' . implode( "\n;\n", array_map( 'optimised_source', $sources ) ) . '</script></body>', $without );
		case 'delayed': // Until somebody moves; run as text then, by a script of the optimiser's own.
			$list = wp_json_encode( $sources );
			return str_replace( '</body>', "<script>addEventListener('mousemove', async () => { for (const src of $list)"
				. " new Function(await (await fetch(src)).text())(); }, { once: true })</script></body>", $without );
	}
	return $html;
}

function optimised_source( string $src ): string {
	return file_get_contents( ABSPATH . substr( $src, strlen( home_url( '/' ) ) ) );
}
