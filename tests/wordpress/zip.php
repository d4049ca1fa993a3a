<?php
// Packs a folder as WordPress takes it: zip.php PARENT NAME makes PARENT/NAME.zip.
[ , $parent, $name ] = $argv;
$zip = new ZipArchive();
$zip->open( "$parent/$name.zip", ZipArchive::CREATE );
$files = new RecursiveIteratorIterator( new RecursiveDirectoryIterator( "$parent/$name", FilesystemIterator::SKIP_DOTS ) );
foreach ( $files as $file ) {
	$zip->addFile( $file, substr( $file, strlen( $parent ) + 1 ) );
}
$zip->close();
